import type { CalendarDate, Instant } from './basics.ts';
import { dateOf, plusDays } from './calendar.ts';
import { type SigningJob, whoseTurn } from './signing-job.ts';

export const noticeWays = ['email', 'sms'] as const;
export type NoticeWay = (typeof noticeWays)[number];
/** A notice that the service sends by itself, so many days before the deadline of those whose turn it is. */
export type ServiceNotice = { readonly daysBefore: number; readonly by: NoticeWay };

/** When those whose turn it is could sign first: when it was sent, or when the group before them was done. */
function openedAt(job: Pick<SigningJob, 'signers' | 'sentAt'>): Instant | undefined {
  const group = whoseTurn(job)[0]?.group;
  const before = job.signers.filter((signer) => group !== undefined && signer.group < group);
  return (
    before
      .flatMap(({ since }) => since ?? [])
      .sort()
      .at(-1) ?? job.sentAt
  );
}

/** The days, from today on, on which the service reminds those whose turn it is. */
export function noticesAhead(
  job: Pick<SigningJob, 'state' | 'signers' | 'sentAt' | 'deadlineDays'>,
  plan: readonly ServiceNotice[],
  today: CalendarDate,
): readonly { readonly on: CalendarDate; readonly by: NoticeWay }[] {
  const from = openedAt(job);
  if (job.state !== 'inProgress' || from === undefined) return [];
  const end = plusDays(dateOf(from), job.deadlineDays);
  return plan
    .map(({ daysBefore, by }) => ({ on: plusDays(end, -daysBefore), by }))
    .filter(({ on }) => on >= today);
}
