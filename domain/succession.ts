import type { Instant, JobId, SignerId } from './basics.ts';
import type { FailureReason, JobState } from './signing-job.ts';

/**
 * Why a job follows another for the same entry. `extended`: the same people, order, message and document, with a new
 * deadline. `replaced`: one signer in the place of another, the rest as it was.
 */
export const successionKinds = ['extended', 'replaced'] as const;
export type SuccessionKind = (typeof successionKinds)[number];

/**
 * Why a planned successor was given up. `completed`, `rejected`, `expired`, `failed`: the job ended so before it could be
 * cancelled. `undone`: a person took the plan back. `doubted`: the document centre had to decide what the answer is.
 */
export const dropReasons = [
  'completed',
  'rejected',
  'expired',
  'failed',
  'undone',
  'doubted',
  'case-closed',
  'service-refused',
] as const;
export type DropReason = (typeof dropReasons)[number];

/**
 * The job that shall follow a running one. The service cannot change a job, so the running one is cancelled, and the
 * successor is made in the transaction that stores that it was. `askedAt`: when the service was asked to cancel.
 * `settledAt`: when it was made, or, with `dropped`, given up.
 */
export type PlannedSuccessor = {
  readonly kind: SuccessionKind;
  readonly deadlineDays: number;
  readonly plannedBy: string;
  readonly plannedAt: Instant;
  /** Who signs in whose place. */
  readonly replacement?: { readonly signerId: SignerId; readonly name: string };
  readonly askedAt?: Instant;
  readonly settledAt?: Instant;
  readonly dropped?: DropReason;
};

/** The job before or after this one for the same entry. */
export type RelatedJob = {
  readonly jobId: JobId;
  readonly kind: SuccessionKind;
  readonly state: JobState;
};

type WithPlan = { readonly plan?: PlannedSuccessor };
/** The plan while nothing has come of it yet. */
export const openPlan = ({ plan }: WithPlan): PlannedSuccessor | undefined =>
  plan && plan.settledAt === undefined ? plan : undefined;

/** What becomes of the plan when its job has ended: only one that was cancelled is followed. */
export function outcomeOfPlan(failure: FailureReason | undefined): 'followed' | DropReason {
  switch (failure) {
    case undefined:
      return 'completed';
    case 'cancelled':
      return 'followed';
    case 'rejected':
    case 'expired':
      return failure;
    case 'reserved':
    case 'contactMissing':
    case 'blocked':
    case 'nameMissing':
    case 'other':
      return 'failed';
  }
}

/** The answer of a job that was cancelled to be followed is no answer to the dispatch, unless the successor was never sent. */
export const isFollowed = ({ succeededBy }: { readonly succeededBy?: RelatedJob }): boolean =>
  succeededBy !== undefined && succeededBy.state !== 'sendFailed';
