import {
  type CalendarDate,
  type Instant,
  type JobId,
  ok,
  type Result,
  refuse,
  type Sha256,
} from './basics.ts';
import { dateOf, plusDays, plusSeconds } from './calendar.ts';
import { type FailureReason, fetchBefore, keptDays, type SigningJob } from './signing-job.ts';
import type { Verdict } from './verdict.ts';

/** What may be odd about what the service gives as the answer to a job. */
export const doubts = [
  'no-document',
  'unreadable',
  'unsigned',
  'seal-not-accepted',
  'altered',
  'other-document',
  'other-people',
  'signers-unfinished',
] as const;
export type Doubt = (typeof doubts)[number];

/** What came for a job and was not taken as its answer: stored as it came, and never confirmed as long as it stands. */
export type ReceivedAnswer = {
  readonly jobId: JobId;
  readonly receivedAt: Instant;
  readonly outcome: 'completed' | 'failed';
  readonly failure?: FailureReason;
  /** The instant of the deciding signature, refusal or expiry, as the service tells it. */
  readonly decidedAt: Instant;
  readonly document?: Sha256;
  /** Evidence that holds, of each signer who has any. */
  readonly signatures: readonly { readonly signerName: string; readonly sha256: Sha256 }[];
  /** At least one. */
  readonly doubts: readonly Doubt[];
  /** Absent where there was no document to judge. */
  readonly verdict?: Verdict;
};

/** What keeps a document from being the signed one, by the three questions of its verdict. */
export function doubtsOf({ sealedBy, unchanged, isWhatWasSent }: Verdict): readonly Doubt[] {
  if (sealedBy.code === 'not-a-pdf') return ['unreadable'];
  const seal: Doubt = sealedBy.code === 'no-seal' ? 'unsigned' : 'seal-not-accepted';
  const found: readonly Doubt[] = [
    ...(sealedBy.outcome === 'holds' ? [] : [seal]),
    ...(unchanged.outcome === 'fails' ? ['altered' as const] : []),
    ...(isWhatWasSent.outcome === 'fails' ? ['other-document' as const] : []),
  ];
  // Not judged is not good enough either.
  const open = unchanged.outcome !== 'holds' || isWhatWasSent.outcome !== 'holds';
  return found.length === 0 && open ? ['other-document'] : found;
}

const shortestWaitSeconds = 600;
export const longestFetchWaitSeconds = 86_400;

/** Each wait is as long as all the time since the first doubt: 10 minutes, 20, 40 … at most a day. */
export function nextFetch(first: Instant, now: Instant): Instant {
  const seconds = (Date.parse(now) - Date.parse(first)) / 1_000;
  return plusSeconds(now, Math.min(longestFetchWaitSeconds, Math.max(shortestWaitSeconds, seconds)));
}

/** The last day on which the service can be counted on to give the right answer still. */
export const lastFetchDay = (job: Pick<SigningJob, 'signers'>, first: Instant): CalendarDate =>
  fetchBefore(job) ?? plusDays(dateOf(first), keptDays);

/** So many days before the last one, a person takes over. */
const daysToDecide = 10;

/** From this day on the document centre decides what becomes of a doubtful answer. */
export const decisionDay = (job: Pick<SigningJob, 'signers'>, first: Instant): CalendarDate =>
  plusDays(lastFetchDay(job, first), -daysToDecide);

export const doubtDecisions = ['file-unverified', 'keep-waiting', 'declare-lost'] as const;
export type DoubtDecision = (typeof doubtDecisions)[number];
export type DoubtRefusal = 'not-doubtful' | 'service-may-still-deliver' | 'nothing-to-file';

/** May this be decided of the doubtful answer now. `received`: everything that came, oldest first. */
export function decideDoubt(
  job: Pick<SigningJob, 'state' | 'signers'>,
  received: readonly ReceivedAnswer[],
  decision: DoubtDecision,
  now: Instant,
): Result<undefined, DoubtRefusal> {
  const [first] = received;
  const last = received.at(-1);
  if (job.state !== 'doubtful' || !first || !last) return refuse('not-doubtful');
  if (decision === 'keep-waiting') return ok(undefined);
  const from = decisionDay(job, first.receivedAt);
  if (dateOf(now) < from) return refuse('service-may-still-deliver', { date: from });
  const readable = last.outcome === 'failed' || (last.document && !last.doubts.includes('unreadable'));
  return decision === 'declare-lost' || readable ? ok(undefined) : refuse('nothing-to-file');
}
