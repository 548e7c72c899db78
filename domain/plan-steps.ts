import type { Instant } from './basics.ts';
import type { LogEvent } from './change-log.ts';
import type { SigningJob } from './signing-job.ts';
import { type DropReason, openPlan, type PlannedSuccessor } from './succession.ts';

type PlanningJob = Pick<SigningJob, 'plan' | 'signers'>;

/** The service has been asked to cancel the job, for what shall follow it. */
export const asked = (job: PlanningJob, at: Instant): PlannedSuccessor | undefined => {
  const plan = openPlan(job);
  return plan && { ...plan, askedAt: plan.askedAt ?? at };
};

/** What is left of an open plan; nothing where there was none. */
export function settled(
  job: PlanningJob,
  how: 'followed' | DropReason,
  at: Instant,
): { readonly plan?: PlannedSuccessor; readonly log: readonly LogEvent[] } {
  const plan = openPlan(job);
  if (!plan) return { log: [] };
  if (how === 'followed') return { plan: { ...plan, settledAt: at }, log: [] };
  return {
    plan: { ...plan, settledAt: at, dropped: how },
    log: [{ code: 'succession-dropped', facts: { kind: plan.kind, why: how } }],
  };
}

/** What the log says of a plan that was made. */
export function plannedLogged(
  job: PlanningJob,
  { kind, deadlineDays, replacement }: PlannedSuccessor,
): LogEvent {
  const before = job.signers.find(({ id }) => id === replacement?.signerId);
  return replacement && before
    ? { code: 'replacement-planned', facts: { before: before.name, after: replacement.name } }
    : { code: 'succession-planned', facts: { kind, days: String(deadlineDays) } };
}
