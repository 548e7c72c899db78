import { signedBy } from '../../../domain/access/acting-for.ts';
import type { Actor } from '../../../domain/access/actor.ts';
import type { AccessRefusal } from '../../../domain/access/may.ts';
import { decideFollowingUp } from '../../../domain/acts/job-acts.ts';
import { type Instant, type JobId, ok, type Result, refuse } from '../../../domain/basics.ts';
import type { JobRefusal } from '../../../domain/job-steps.ts';
import type { JobEvent } from '../../../domain/job-transitions.ts';
import type { SigningJob } from '../../../domain/signing-job.ts';
import { tidyTitle } from '../../../domain/title.ts';
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
type FollowingUp = Pick<Needs, 'clock' | 'publish'> & Touching;
type Refused = 'not-found' | AccessRefusal | JobRefusal | 'already-followed-up';

/** «Ferdig behandlet»: somebody has dealt with a job that came to nothing, so it leaves the list of those that wait. */
export const followUp =
  (needs: FollowingUp) =>
  (actor: Actor, jobId: JobId, comment: string): Promise<Result<undefined, Refused>> =>
    stepFollowUp(needs, actor, jobId, 'followed-up', (who) => ({
      kind: 'followed-up',
      ...who,
      comment: tidyTitle(comment),
    }));

/** Puts it on the list again. */
export const undoFollowUp =
  (needs: FollowingUp) =>
  (actor: Actor, jobId: JobId): Promise<Result<undefined, Refused>> =>
    stepFollowUp(needs, actor, jobId, 'follow-up-undone', () => ({ kind: 'follow-up-undone' }));

async function stepFollowUp(
  { archive, clock, publish }: FollowingUp,
  actor: Actor,
  jobId: JobId,
  kind: 'followed-up' | 'follow-up-undone',
  eventBy: (who: { readonly at: Instant; readonly by: string }) => JobEvent,
): Promise<Result<undefined, Refused>> {
  const outcome = await archive.change(async (tx): Promise<Result<SigningJob, Refused>> => {
    const job = await tx.findJob(jobId);
    const entry = job && (await guardOf(tx, job));
    if (!job || !entry) return refuse('not-found');
    const decision = decideFollowingUp(job, kind, actor, entry);
    if (!decision.ok) return decision;
    const who = { at: clock.now(), by: signedBy(actor, 'dispatch', entry) };
    return stepJob(tx, jobId, eventBy(who), who);
  });
  if (!outcome.ok) return outcome;
  publish(changed(outcome.value.caseId, outcome.value.entryId));
  return ok(undefined);
}
