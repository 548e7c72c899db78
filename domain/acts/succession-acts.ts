import type { Actor } from '../access/actor.ts';
import { type AccessRefusal, may } from '../access/may.ts';
import type { Guarded } from '../access/sight.ts';
import { ok, type Result, refuse, type SignerId } from '../basics.ts';
import { canHappen, type JobRefusal } from '../job-steps.ts';
import type { DeadlineLimits } from '../limits.ts';
import { isRunning, type SigningJob } from '../signing-job.ts';
import { openPlan } from '../succession.ts';

type PlanningJob = Pick<SigningJob, 'state' | 'cancellationUrl' | 'cancelRequestedAt' | 'plan' | 'signers'>;
export type PlanRefusal = AccessRefusal | JobRefusal | 'succession-under-way';
export type DeadlineRefusal = PlanRefusal | 'deadline-out-of-bounds';
export type ReplacingRefusal = PlanRefusal | 'signer-has-answered' | 'not-found';

/** Only a job that the service has and can cancel can be followed by another. */
function decidePlanning(job: PlanningJob): Result<undefined, PlanRefusal> {
  if (!isRunning(job)) return refuse('already-ended');
  const plan = openPlan(job);
  if (plan) return refuse('succession-under-way', { by: plan.plannedBy });
  const possible = canHappen(job, 'succession-planned');
  if (!possible.ok) return possible;
  return job.cancellationUrl && !job.cancelRequestedAt ? ok(undefined) : refuse('not-cancellable');
}

/** May this person give the job another deadline now? */
export const decideMovingDeadline = (
  job: PlanningJob,
  actor: Actor,
  entry: Guarded,
): Result<undefined, PlanRefusal> => {
  const allowed = may(actor, 'change-deadline', entry);
  return allowed.ok ? decidePlanning(job) : allowed;
};

export function decideExtending(
  job: PlanningJob,
  deadlineDays: number,
  limits: DeadlineLimits,
  actor: Actor,
  entry: Guarded,
): Result<undefined, DeadlineRefusal> {
  const decision = decideMovingDeadline(job, actor, entry);
  if (!decision.ok) return decision;
  const { minDeadlineDays: min, maxDeadlineDays: max } = limits;
  return Number.isInteger(deadlineDays) && deadlineDays >= min && deadlineDays <= max
    ? ok(undefined)
    : refuse('deadline-out-of-bounds', { min, max });
}

/** May this person let another sign instead of one of the signers now? */
export const decideReplacingOne = (
  job: PlanningJob,
  actor: Actor,
  entry: Guarded,
): Result<undefined, PlanRefusal> => {
  const allowed = may(actor, 'dispatch', entry);
  return allowed.ok ? decidePlanning(job) : allowed;
};

export function decideReplacing(
  job: PlanningJob,
  signerId: SignerId,
  actor: Actor,
  entry: Guarded,
): Result<undefined, ReplacingRefusal> {
  const decision = decideReplacingOne(job, actor, entry);
  if (!decision.ok) return decision;
  const signer = job.signers.find(({ id }) => id === signerId);
  if (!signer) return refuse('not-found');
  return canBeReplaced(signer) ? ok(undefined) : refuse('signer-has-answered', { name: signer.name });
}

/** Nobody signs instead of one who has signed already. */
export const canBeReplaced = ({ state }: Pick<SigningJob['signers'][number], 'state'>): boolean =>
  state === 'waiting' || state === 'unknown';

/** A plan can be taken back until the service has been asked to cancel. */
export function decideUndoingPlan(
  job: PlanningJob,
  actor: Actor,
  entry: Guarded,
): Result<undefined, AccessRefusal | JobRefusal> {
  const plan = openPlan(job);
  const allowed = may(actor, plan?.kind === 'extended' ? 'change-deadline' : 'dispatch', entry);
  if (!allowed.ok) return allowed;
  if (!plan) return refuse(isRunning(job) ? 'job-moved-on' : 'already-ended');
  return plan.askedAt ? refuse('not-cancellable') : canHappen(job, 'succession-dropped');
}
