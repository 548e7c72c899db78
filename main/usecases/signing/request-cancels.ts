import { isDue, plusSeconds } from '../../../domain/calendar.ts';
import type { JobEvent } from '../../../domain/job-transitions.ts';
import type { SigningJob } from '../../../domain/signing-job.ts';
import type { LogWriter } from '../../ports/archive/change-log.ts';
import type { JobReader, JobWriter } from '../../ports/archive/jobs.ts';
import type { RestorationReader } from '../../ports/archive/restorations.ts';
import type { ArchivePart } from '../../ports/archive-store.ts';
import { AnswerLost, ServiceRefusal, ServiceUnreachable } from '../../ports/signing-service.ts';
import { systemName } from '../audit-log.ts';
import { changed } from '../changed-event.ts';
import type { Needs } from '../needs.ts';
import { stepJob } from '../step-job.ts';

type Touching = {
  readonly archive: ArchivePart<JobReader & RestorationReader, JobWriter & LogWriter>;
};

/** Between two attempts to reach the service. */
const waitSeconds = 60;
const longestWaitSeconds = 86_400;

/**
 * Asks the service to cancel each job that another shall follow. Safe to repeat: one that was cancelled before we could
 * write it down is «too late» the next time, and how the job ended comes by polling in any case.
 */
export const requestCancels =
  (needs: Pick<Needs, 'clock' | 'signing' | 'publish' | 'log'> & Touching) => async (): Promise<void> => {
    if (await needs.archive.read.restoredSince()) return;
    for (const job of await needs.archive.read.jobsToCancel()) {
      if (!isDue(job.nextAttemptAt, needs.clock.now(), longestWaitSeconds)) continue;
      const event = await requestCancel(needs, job);
      const who = { at: needs.clock.now(), by: systemName };
      // Ended meanwhile, it has what came of its plan already.
      await needs.archive.change((tx) => stepJob(tx, job.id, event, who));
      needs.publish(changed(job.caseId, job.entryId));
    }
  };

async function requestCancel(
  { signing, clock, log }: Pick<Needs, 'clock' | 'signing' | 'log'>,
  { id, cancellationUrl }: SigningJob,
): Promise<JobEvent> {
  const dropped = (): JobEvent => ({
    kind: 'succession-dropped',
    why: 'service-refused',
    at: clock.now(),
  });
  if (cancellationUrl === undefined) return dropped();
  try {
    const outcome = await signing.cancel(cancellationUrl);
    return { kind: outcome === 'cancelled' ? 'cancel-requested' : 'cancel-too-late', at: clock.now() };
  } catch (fault) {
    const at = clock.now();
    if (fault instanceof ServiceRefusal) {
      log(`job ${id}: the service does not cancel it: ${fault.code}`);
      return dropped();
    }
    if (!(fault instanceof ServiceUnreachable) && !(fault instanceof AnswerLost)) throw fault;
    const code = fault instanceof ServiceUnreachable ? fault.code : 'answer-lost';
    const retryAt = fault instanceof ServiceUnreachable ? fault.retryAt : undefined;
    log(`job ${id}: cancelling it could not reach the service: ${code}`);
    return {
      kind: 'cancel-postponed',
      until: retryAt ?? plusSeconds(at, waitSeconds),
      fault: { code, detail: fault.message, at },
    };
  }
}
