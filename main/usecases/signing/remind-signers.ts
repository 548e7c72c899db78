import { signedBy } from '../../../domain/access/acting-for.ts';
import type { Actor } from '../../../domain/access/actor.ts';
import type { AccessRefusal } from '../../../domain/access/may.ts';
import { decideReminding, type RemindRefusal } from '../../../domain/acts/job-acts.ts';
import { type JobId, ok, type Result, refuse } from '../../../domain/basics.ts';
import { whoseTurn } from '../../../domain/signing-job.ts';
import type { CaseReader } from '../../ports/archive/cases.ts';
import type { LogWriter } from '../../ports/archive/change-log.ts';
import type { EntryReader } from '../../ports/archive/entries.ts';
import type { JobReader } from '../../ports/archive/jobs.ts';
import type { ArchivePart } from '../../ports/archive-store.ts';
import { AnswerLost, ServiceRefusal, ServiceUnreachable } from '../../ports/signing-service.ts';
import { changed } from '../changed-event.ts';
import type { Needs } from '../needs.ts';
import { guardOf } from './guard-of.ts';

type Touching = { readonly archive: ArchivePart<CaseReader & EntryReader & JobReader, LogWriter> };
type Refused = 'not-found' | AccessRefusal | RemindRefusal | 'service-unreachable' | 'service-refused';
export type RemindOutcome = { readonly jobId: JobId; readonly outcome: Result<undefined, Refused> };

/** One more notice to those whose turn it is, of each of these jobs, where the service has that. */
export const remindSigners =
  (needs: Pick<Needs, 'clock' | 'signing' | 'publish' | 'log'> & Touching) =>
  async (actor: Actor, jobIds: readonly JobId[]): Promise<readonly RemindOutcome[]> => {
    const outcomes: RemindOutcome[] = [];
    for (const jobId of new Set(jobIds))
      outcomes.push({ jobId, outcome: await remindOne(needs, actor, jobId) });
    return outcomes;
  };

async function remindOne(
  { archive, clock, signing, publish, log }: Pick<Needs, 'clock' | 'signing' | 'publish' | 'log'> & Touching,
  actor: Actor,
  jobId: JobId,
): Promise<Result<undefined, Refused>> {
  const job = await archive.read.findJob(jobId);
  const entry = job && (await guardOf(archive.read, job));
  if (!job || !entry) return refuse('not-found');
  const decision = decideReminding(job, signing.remindsOnDemand(), actor, entry);
  if (!decision.ok) return decision;
  try {
    await signing.remind(decision.value);
  } catch (fault) {
    if (fault instanceof ServiceRefusal) return refuse('service-refused', { code: fault.code });
    if (!(fault instanceof ServiceUnreachable) && !(fault instanceof AnswerLost)) throw fault;
    log(`job ${jobId}: reminding could not reach the service`);
    return refuse('service-unreachable', { code: fault instanceof AnswerLost ? 'answer-lost' : fault.code });
  }
  const signers = whoseTurn(job).map(({ name }) => name);
  await archive.change((tx) =>
    tx.log({
      subject: 'job',
      subjectId: jobId,
      code: 'signers-reminded',
      facts: { signers },
      at: clock.now(),
      by: signedBy(actor, 'dispatch', entry),
    }),
  );
  publish(changed(job.caseId, job.entryId));
  return ok(undefined);
}
