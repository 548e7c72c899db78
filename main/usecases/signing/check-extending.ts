import type { Actor } from '../../../domain/access/actor.ts';
import type { DeadlineRefusal } from '../../../domain/acts/succession-acts.ts';
import { type CalendarDate, type JobId, type Result, refuse } from '../../../domain/basics.ts';
import { dateOf, plusDays } from '../../../domain/calendar.ts';
import { isOpen } from '../../../domain/case-file.ts';
import { latestDays } from '../../../domain/dispatch-order.ts';
import type { Needs } from '../needs.ts';
import { decideDeadline } from './extend-deadlines.ts';
import { type PlacedJob, type PlanningReads, readPlanned } from './plan-succession.ts';

/** What another deadline would do to one job. */
export type ExtendingCheck = PlacedJob & {
  readonly decision: Result<undefined, DeadlineRefusal | 'case-closed'>;
  /** The latest day the last group could still sign, if sent anew today. */
  readonly latestEnd: CalendarDate;
};

/** What {@link extendDeadlines} would do, before it is done; jobs that are not there are left out. */
export const checkExtending =
  ({ archive, clock }: Pick<Needs, 'clock'> & { readonly archive: { readonly read: PlanningReads } }) =>
  async (
    actor: Actor,
    jobIds: readonly JobId[],
    deadlineDays: number,
  ): Promise<readonly ExtendingCheck[]> => {
    const checks: ExtendingCheck[] = [];
    for (const jobId of new Set(jobIds)) {
      const planned = await readPlanned(archive.read, jobId);
      if (!planned) continue;
      const { caseFile, job } = planned;
      const decision = await decideDeadline(archive.read, planned, actor, deadlineDays);
      const days = latestDays(job.signers, Math.min(Math.max(0, Math.trunc(deadlineDays)), 3650));
      checks.push({
        ...planned,
        decision:
          decision.ok && !isOpen(caseFile) ? refuse('case-closed', { case: caseFile.caseNumber }) : decision,
        latestEnd: plusDays(dateOf(clock.now()), days),
      });
    }
    return checks;
  };
