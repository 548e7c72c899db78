import type { Actor } from '../access/actor.ts';
import { type AccessRefusal, may } from '../access/may.ts';
import type { Guarded } from '../access/sight.ts';
import { ok, type Result, refuse } from '../basics.ts';
import { canHappen, type JobRefusal } from '../job-steps.ts';
import { isRunning, type SigningJob, whoseTurn } from '../signing-job.ts';
import { openPlan } from '../succession.ts';

/** What one may do to a job is decided by its `entry`, as it stands now. */
export const decideDeclaringUnsent = (
  job: Pick<SigningJob, 'state'>,
  actor: Actor,
  entry: Guarded,
): Result<undefined, AccessRefusal | JobRefusal> => {
  const allowed = may(actor, 'dispatch', entry);
  return allowed.ok ? canHappen(job, 'declared-unsent') : allowed;
};
export const decideRetrying = (
  job: Pick<SigningJob, 'state' | 'nextAttemptAt'>,
  actor: Actor,
  entry: Guarded,
): Result<undefined, AccessRefusal | JobRefusal> => {
  const allowed = may(actor, 'dispatch', entry);
  if (!allowed.ok) return allowed;
  return job.nextAttemptAt === undefined ? refuse('already-ended') : canHappen(job, 'hurried');
};
/** The address to ask the service at; none for a job that is withdrawn before it is sent. */
export const decideCancelling = (
  job: Pick<SigningJob, 'state' | 'cancellationUrl' | 'cancelRequestedAt' | 'plan'>,
  actor: Actor,
  entry: Guarded,
): Result<string | undefined, AccessRefusal | JobRefusal | 'succession-under-way'> => {
  const allowed = may(actor, 'dispatch', entry);
  if (!allowed.ok) return allowed;
  const plan = openPlan(job);
  if (plan) return refuse('succession-under-way', { by: plan.plannedBy });
  if (canHappen(job, 'withdrawn').ok) return ok(undefined);
  const decision = isRunning(job) ? canHappen(job, 'cancel-requested') : refuse('already-ended');
  if (!decision.ok) return decision;
  return job.cancellationUrl && !job.cancelRequestedAt ? ok(job.cancellationUrl) : refuse('not-cancellable');
};

/**
 * Two who follow up the same job: the second is told who did. One that never was sent is dispatched from where it is,
 * unless it followed another that was.
 */
export const decideFollowingUp = (
  job: Pick<SigningJob, 'state' | 'followedUp' | 'succeeds'>,
  kind: 'followed-up' | 'follow-up-undone',
  actor: Actor,
  entry: Guarded,
): Result<undefined, AccessRefusal | JobRefusal | 'already-followed-up'> => {
  const allowed = may(actor, 'dispatch', entry);
  if (!allowed.ok) return allowed;
  if (kind === 'followed-up' && job.followedUp)
    return refuse('already-followed-up', { by: job.followedUp.by });
  if (job.state === 'sendFailed' && !job.succeeds) return refuse('not-failed');
  return canHappen(job, kind);
};

export type RemindRefusal = 'service-reminds-itself' | 'nobody-to-remind';
/** The job's number at the service, where one more notice can be had of it. */
export const decideReminding = (
  job: Pick<SigningJob, 'state' | 'serviceJobId' | 'signers'>,
  remindsOnDemand: boolean,
  actor: Actor,
  entry: Guarded,
): Result<string, AccessRefusal | RemindRefusal> => {
  const allowed = may(actor, 'dispatch', entry);
  if (!allowed.ok) return allowed;
  if (!remindsOnDemand) return refuse('service-reminds-itself');
  return job.state === 'inProgress' && job.serviceJobId && whoseTurn(job).length > 0
    ? ok(job.serviceJobId)
    : refuse('nobody-to-remind');
};
