import type { CalendarDate, Instant } from './basics.ts';
import { dateOf, plusDays } from './calendar.ts';
import { latestDays } from './dispatch-order.ts';
import { isRunning, type Signer, type SigningJob, whoseTurn } from './signing-job.ts';

type TimedJob = Pick<SigningJob, 'state' | 'signers' | 'deadlineDays' | 'sentAt' | 'orderedAt'>;

/** The group that is waited for. `since`: when its turn came; `until`: the last day it can sign. */
export type Turn = {
  readonly signers: readonly Signer[];
  readonly since: Instant;
  readonly until: CalendarDate;
  /** Its place among the groups, from 1, and how many groups there are. */
  readonly place: number;
  readonly of: number;
};

/** Whose turn it is; nobody's once the job has ended or everybody has answered. */
export function currentTurn(job: TimedJob): Turn | undefined {
  const signers = isRunning(job) ? whoseTurn(job) : [];
  const group = signers[0]?.group;
  if (group === undefined) return undefined;
  const groups = [...new Set(job.signers.map((signer) => signer.group))].sort((one, other) => one - other);
  const before = job.signers.flatMap((signer) => (signer.group < group && signer.since ? signer.since : []));
  const since = before.sort().at(-1) ?? job.sentAt ?? job.orderedAt;
  return {
    signers,
    since,
    until: plusDays(dateOf(since), job.deadlineDays),
    place: groups.indexOf(group) + 1,
    of: groups.length,
  };
}

/**
 * The latest day on which the last group can still sign. Each group has the whole deadline from the moment the one before
 * it is done (docs/rules.md, 9), so the day comes nearer when a group is done before its time.
 */
export function latestEndOf(job: TimedJob): CalendarDate {
  const turn = currentTurn(job);
  if (!turn) return plusDays(dateOf(job.sentAt ?? job.orderedAt), latestDays(job.signers, job.deadlineDays));
  return plusDays(turn.until, (turn.of - turn.place) * job.deadlineDays);
}

/** Whole days from `today` to a day: 0 on that day, less than 0 after it. */
export const daysLeft = (day: CalendarDate, today: CalendarDate): number =>
  Math.round((Date.parse(day) - Date.parse(today)) / 86_400_000);
