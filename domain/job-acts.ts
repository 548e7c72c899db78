import { ok, type Result, refuse } from './basics.ts';
import { canHappen, type JobRefusal } from './job-steps.ts';
import { hasAbility, type User } from './roles.ts';
import { isRunning, type SigningJob } from './signing-job.ts';

export const decideDeclaringUnsent = (
  job: Pick<SigningJob, 'state'>,
  user: User,
): Result<undefined, 'not-allowed' | JobRefusal> =>
  hasAbility(user, 'dispatch') ? canHappen(job, 'declared-unsent') : refuse('not-allowed');
export const decideRetrying = (
  job: Pick<SigningJob, 'state' | 'nextAttemptAt'>,
  user: User,
): Result<undefined, 'not-allowed' | JobRefusal> => {
  if (!hasAbility(user, 'dispatch')) return refuse('not-allowed');
  return job.nextAttemptAt === undefined ? refuse('already-ended') : canHappen(job, 'hurried');
};
/** The address to ask the service at; none for a job that is withdrawn before it is sent. */
export const decideCancelling = (
  job: Pick<SigningJob, 'state' | 'cancellationUrl' | 'cancelRequestedAt'>,
  user: User,
): Result<string | undefined, 'not-allowed' | JobRefusal> => {
  if (!hasAbility(user, 'dispatch')) return refuse('not-allowed');
  if (canHappen(job, 'withdrawn').ok) return ok(undefined);
  const decision = isRunning(job) ? canHappen(job, 'cancel-requested') : refuse('already-ended');
  if (!decision.ok) return decision;
  return job.cancellationUrl && !job.cancelRequestedAt ? ok(job.cancellationUrl) : refuse('not-cancellable');
};
