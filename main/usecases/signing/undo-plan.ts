import { signedBy } from '../../../domain/access/acting-for.ts';
import type { Actor } from '../../../domain/access/actor.ts';
import type { AccessRefusal } from '../../../domain/access/may.ts';
import { decideUndoingPlan } from '../../../domain/acts/succession-acts.ts';
import { type JobId, ok, type Result, refuse } from '../../../domain/basics.ts';
import type { JobRefusal } from '../../../domain/job-steps.ts';
import type { SigningJob } from '../../../domain/signing-job.ts';
import type { CaseReader } from '../../ports/archive/cases.ts';
import type { LogWriter } from '../../ports/archive/change-log.ts';
import type { EntryReader } from '../../ports/archive/entries.ts';
import type { JobReader, JobWriter } from '../../ports/archive/jobs.ts';
import type { ArchivePart } from '../../ports/archive-store.ts';
import { changed } from '../changed-event.ts';
import type { Needs } from '../needs.ts';
import { stepJob } from '../step-job.ts';
import { guardOf } from './guard-of.ts';

type Touching = {
  readonly archive: ArchivePart<CaseReader & EntryReader & JobReader, JobWriter & LogWriter>;
};
type Refused = 'not-found' | AccessRefusal | JobRefusal;

/** Takes back what was planned to follow a job, while the service has not been asked to cancel it. */
export const undoPlan =
  ({ archive, clock, publish }: Pick<Needs, 'clock' | 'publish'> & Touching) =>
  async (actor: Actor, jobId: JobId): Promise<Result<undefined, Refused>> => {
    const outcome = await archive.change(async (tx): Promise<Result<SigningJob, Refused>> => {
      const job = await tx.findJob(jobId);
      const entry = job && (await guardOf(tx, job));
      if (!job || !entry) return refuse('not-found');
      const decision = decideUndoingPlan(job, actor, entry);
      if (!decision.ok) return decision;
      const at = clock.now();
      const act = job.plan?.kind === 'extended' ? 'change-deadline' : 'dispatch';
      const who = { at, by: signedBy(actor, act, entry) };
      return stepJob(tx, jobId, { kind: 'succession-dropped', why: 'undone', at }, who);
    });
    if (!outcome.ok) return outcome;
    publish(changed(outcome.value.caseId, outcome.value.entryId));
    return ok(undefined);
  };
