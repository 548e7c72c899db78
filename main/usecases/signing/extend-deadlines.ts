import type { Actor } from '../../../domain/access/actor.ts';
import { type DeadlineRefusal, decideExtending } from '../../../domain/acts/succession-acts.ts';
import { type JobId, ok, type Result } from '../../../domain/basics.ts';
import { policyFor } from '../../../domain/limits.ts';
import {
  type PlacedJob,
  type Planning,
  type PlanningReads,
  planSuccessor,
  type SuccessionRefusal,
} from './plan-succession.ts';

export type ExtendOutcome = {
  readonly jobId: JobId;
  readonly outcome: Result<undefined, SuccessionRefusal>;
};

/**
 * Gives running jobs another deadline, each in a transaction of its own, so that one that cannot have it keeps no other
 * back. How far it has come is published after each.
 */
export const extendDeadlines =
  (needs: Planning) =>
  async (actor: Actor, jobIds: readonly JobId[], deadlineDays: number): Promise<readonly ExtendOutcome[]> => {
    const wanted = [...new Set(jobIds)];
    const outcomes: ExtendOutcome[] = [];
    for (const jobId of wanted) {
      const outcome = await planSuccessor(needs, actor, jobId, {
        act: 'change-deadline',
        decide: async (tx, planned) => {
          const decision = await decideDeadline(tx, planned, actor, deadlineDays);
          return decision.ok ? ok({ kind: 'extended', deadlineDays }) : decision;
        },
      });
      outcomes.push({ jobId, outcome });
      if (wanted.length > 1)
        needs.publish({ kind: 'jobs.progress', done: outcomes.length, of: wanted.length });
    }
    return outcomes;
  };

/** By the limits for documents of the kind that the job sends. */
export async function decideDeadline(
  archive: Pick<PlanningReads, 'policy' | 'documentsOf'>,
  { job, guarded }: PlacedJob,
  actor: Actor,
  deadlineDays: number,
): Promise<Result<undefined, DeadlineRefusal>> {
  const [main] = await archive.documentsOf(job.entryId);
  return decideExtending(job, deadlineDays, policyFor(await archive.policy(), main?.type), actor, guarded);
}
