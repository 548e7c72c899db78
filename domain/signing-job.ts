import type { CalendarDate, CaseId, EntryId, Instant, JobId, PartyId, Sha256, SignerId } from './basics.ts';
import { dateOf, plusDays } from './calendar.ts';
import { codesOf } from './codes.ts';
import { type JobTrait, jobTraits } from './job-transitions.ts';
import type { PlannedSuccessor, RelatedJob } from './succession.ts';

/**
 * Where a signing job stands (docs/rules.md, 11).
 * queued → sending → inProgress → completed | failed. `sending` that never got its answer is `uncertain`: it is never
 * sent again by itself. `doubtful`: the service says that it has ended, but what it gives cannot be the answer.
 * `sendFailed`: the service never took it, and the entry is back at F.
 */
export type JobState = keyof typeof jobTraits;
export const jobStates = codesOf(jobTraits);
const statesThat = (trait: JobTrait): readonly JobState[] =>
  jobStates.filter((state) => jobTraits[state].includes(trait));
export const runningStates = statesThat('running');
export const sendingStates = statesThat('unsent');
export const atServiceStates = statesThat('at-service');
export const awaitedStates = statesThat('awaited');
export const endedStates = statesThat('ended');

/** Why a job failed after the service had taken it. */
export const failureReasons = [
  'rejected',
  'expired',
  'cancelled',
  'reserved',
  'contactMissing',
  'blocked',
  'nameMissing',
  'other',
] as const;
export type FailureReason = (typeof failureReasons)[number];

export const signerStates = [
  'waiting',
  'signed',
  'rejected',
  'cancelled',
  'expired',
  'reserved',
  'contactInformationMissing',
  'blocked',
  'nameNotAvailable',
  'notApplicable',
  'unknown',
] as const;
export type SignerState = (typeof signerStates)[number];

/** What is known of whether the job has reached the service. While `unknown`, an answer may still come. */
export const arrivals = ['never', 'unknown', 'known'] as const;
export type Arrival = (typeof arrivals)[number];

export type Signer = {
  readonly id: SignerId;
  /** The entry's party that signs, or for which the person signs; its contact data is used. */
  readonly partyId?: PartyId;
  readonly name: string;
  readonly group: number;
  readonly onBehalfOf?: string;
  readonly state: SignerState;
  /** The service's own word, kept when it is one we do not know. */
  readonly serviceState?: string;
  readonly since?: Instant;
};

export type SigningJob = {
  readonly id: JobId;
  readonly entryId: EntryId;
  readonly caseId: CaseId;
  readonly state: JobState;
  readonly arrival: Arrival;
  readonly failure?: FailureReason;
  /** Opaque; the service echoes it, so a result finds its job even when the creation's answer was lost. */
  readonly reference: string;
  readonly serviceJobId?: string;
  readonly title: string;
  readonly nonSensitiveTitle?: string;
  readonly message: string;
  readonly deadlineDays: number;
  readonly merged: { readonly sha256: Sha256; readonly bytes: number; readonly pages: number };
  readonly signers: readonly Signer[];
  readonly orderedBy: string;
  readonly orderedAt: Instant;
  readonly sentAt?: Instant;
  readonly endedAt?: Instant;
  /** When to try again: to send, after the network was gone; to fetch, after a doubtful answer. */
  readonly nextAttemptAt?: Instant;
  readonly attempts: number;
  /** What the service or network said when it last went wrong; for the clerk and the log, never parsed. */
  readonly lastFault?: { readonly code: string; readonly detail: string; readonly at: Instant };
  readonly cancellationUrl?: string;
  readonly deleteDocumentsUrl?: string;
  readonly cancelRequestedAt?: Instant;
  /** Why somebody wanted it cancelled or withdrawn, in their words. */
  readonly cancelReason?: string;
  /** That a job that came to nothing has been dealt with, by whom, and what they wrote. */
  readonly followedUp?: { readonly at: Instant; readonly by: string; readonly comment: string };
  /** When we had the service delete its copies. */
  readonly documentsDeletedAt?: Instant;
  /** The newest plan of what shall follow this job, settled or not. */
  readonly plan?: PlannedSuccessor;
  readonly succeeds?: RelatedJob;
  readonly succeededBy?: RelatedJob;
};

const isOneOf =
  (states: readonly JobState[]) =>
  (job: Pick<SigningJob, 'state'>): boolean =>
    states.includes(job.state);
export const isRunning = isOneOf(runningStates);

export const hasEnded = isOneOf(endedStates);

/** Counted as never sent by a person, not by the service: an answer may still come. */
export const mayHaveArrived = (job: Pick<SigningJob, 'state' | 'arrival'>): boolean =>
  job.state === 'sendFailed' && job.arrival !== 'never';

const failures: Partial<Record<SignerState, FailureReason>> = {
  rejected: 'rejected',
  expired: 'expired',
  cancelled: 'cancelled',
  reserved: 'reserved',
  contactInformationMissing: 'contactMissing',
  blocked: 'blocked',
  nameNotAvailable: 'nameMissing',
};
const weight: readonly FailureReason[] = [
  'rejected',
  'reserved',
  'contactMissing',
  'blocked',
  'nameMissing',
  'cancelled',
  'expired',
];

/** The one reason to show for a failed job: what a signer did outweighs what followed from it. */
export function failureReasonOf(signers: readonly Pick<Signer, 'state'>[]): FailureReason {
  const found = new Set(signers.map((signer) => failures[signer.state]));
  return weight.find((reason) => found.has(reason)) ?? 'other';
}

/** Signed files can be fetched for this long after signing (docs/rules.md, 12). */
export const keptDays = 40;
/** A job that came to nothing keeps its numbers for this many days, so that it can be sent again without typing them. */
export const resendDays = 30;
/** Days after the first signature from which the work desk warns. */
const downloadAlarmDays = 30;

const firstSigning = (job: Pick<SigningJob, 'signers'>): CalendarDate | undefined => {
  const signed = job.signers.flatMap(({ state, since }) => (state === 'signed' && since ? [since] : []));
  const [first] = signed.sort();
  return first && dateOf(first);
};

/** Once somebody has signed, the service keeps the signed files until this day only. */
export function fetchBefore(job: Pick<SigningJob, 'signers'>): CalendarDate | undefined {
  const first = firstSigning(job);
  return first && plusDays(first, keptDays);
}

/** The same day, once it is so near that it is worth a warning. */
export function fetchAlarm(job: Pick<SigningJob, 'signers'>, now: Instant): CalendarDate | undefined {
  const first = firstSigning(job);
  return first && plusDays(first, downloadAlarmDays) <= dateOf(now) ? fetchBefore(job) : undefined;
}

/** A job as «Ekspeder» makes it: nothing has been sent. */
export const ordered = { state: 'queued', arrival: 'never', attempts: 0 } as const;

/** Who of a job is waited for now: of the first group that is not done, those who have not answered. */
export function whoseTurn({ signers }: Pick<SigningJob, 'signers'>): readonly Signer[] {
  const waiting = signers.filter(({ state }) => state === 'waiting' || state === 'unknown');
  const first = Math.min(...waiting.map(({ group }) => group));
  return waiting.filter(({ group }) => group === first);
}
