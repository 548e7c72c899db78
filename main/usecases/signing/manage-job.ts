import { type JobId, ok, type Result, refuse } from '../../../domain/basics.ts';
import { decideCancelling, decideDeclaringUnsent, decideRetrying } from '../../../domain/job-acts.ts';
import type { JobRefusal } from '../../../domain/job-steps.ts';
import type { JobEvent } from '../../../domain/job-transitions.ts';
import type { User } from '../../../domain/roles.ts';
import type { SigningJob } from '../../../domain/signing-job.ts';
import type { LogWriter } from '../../ports/archive/change-log.ts';
import type { JobReader, JobWriter } from '../../ports/archive/jobs.ts';
import type { ArchivePart } from '../../ports/archive-store.ts';
import { ServiceRefusal, ServiceUnreachable } from '../../ports/signing-service.ts';
import { changed } from '../changed-event.ts';
import type { Needs } from '../needs.ts';
import { stepJob } from '../step-job.ts';

type Touching = { readonly archive: ArchivePart<JobReader, JobWriter & LogWriter> };

/** The clerk has seen at the service that an uncertain job never arrived: the entry may be dispatched anew. */
export const declareUnsent =
  (needs: Pick<Needs, 'clock' | 'publish'> & Touching) =>
  (user: User, jobId: JobId): Promise<Result<undefined, 'not-found' | 'not-allowed' | JobRefusal>> => {
    const at = needs.clock.now();
    return settle(
      needs,
      jobId,
      (job) => decideDeclaringUnsent(job, user),
      { kind: 'declared-unsent', at },
      user,
    );
  };

/** «Prøv igjen nå»: a job that waits for the network is tried at once. */
export const retrySending =
  (needs: Pick<Needs, 'clock' | 'publish' | 'wakeOutbox'> & Touching) =>
  async (user: User, jobId: JobId): Promise<Result<undefined, 'not-found' | 'not-allowed' | JobRefusal>> => {
    const outcome = await settle(needs, jobId, (job) => decideRetrying(job, user), { kind: 'hurried' }, user);
    if (outcome.ok) needs.wakeOutbox();
    return outcome;
  };

type Settling = Pick<Needs, 'clock' | 'publish'> & Touching;

async function settle(
  { archive, clock, publish }: Settling,
  jobId: JobId,
  decide: (job: SigningJob) => Result<unknown, 'not-allowed' | JobRefusal>,
  event: JobEvent,
  user: User,
): Promise<Result<undefined, 'not-found' | 'not-allowed' | JobRefusal>> {
  const outcome = await archive.change(
    async (tx): Promise<Result<SigningJob, 'not-found' | 'not-allowed' | JobRefusal>> => {
      const job = await tx.findJob(jobId);
      if (!job) return refuse('not-found');
      const decision = decide(job);
      return decision.ok ? stepJob(tx, jobId, event, { at: clock.now(), by: user.name }) : decision;
    },
  );
  if (!outcome.ok) return outcome;
  publish(changed(outcome.value.caseId, outcome.value.entryId));
  return ok(undefined);
}

type CancelRefusal = 'not-found' | 'not-allowed' | 'service-unreachable' | 'service-refused' | JobRefusal;

/**
 * Withdraws a job. One that is not sent yet ends here; one at the service ends when the service says so, since a
 * signature may come first: then the outcome is `too-late` and the answer comes by polling.
 */
export const cancelSigning =
  (needs: Pick<Needs, 'clock' | 'signing' | 'publish' | 'log'> & Touching) =>
  async (user: User, jobId: JobId): Promise<Result<'requested' | 'too-late', CancelRefusal>> => {
    const who = { at: needs.clock.now(), by: user.name };
    const job = await needs.archive.read.findJob(jobId);
    if (!job) return refuse('not-found');
    const decision = decideCancelling(job, user);
    if (!decision.ok) return decision;
    const url = decision.value;
    if (url === undefined) {
      const withdrawn = await needs.archive.change((tx) =>
        stepJob(tx, jobId, { kind: 'withdrawn', at: who.at }, who),
      );
      needs.publish(changed(job.caseId, job.entryId));
      return withdrawn.ok ? ok('requested') : withdrawn;
    }
    try {
      const outcome = await needs.signing.cancel(url);
      const event: JobEvent =
        outcome === 'cancelled' ? { kind: 'cancel-requested', at: who.at } : { kind: 'cancel-too-late' };
      await needs.archive.change((tx) => stepJob(tx, jobId, event, who));
      needs.publish(changed(job.caseId, job.entryId));
      return ok(outcome === 'cancelled' ? 'requested' : 'too-late');
    } catch (fault) {
      if (fault instanceof ServiceRefusal) return refuse('service-refused', { code: fault.code });
      if (!(fault instanceof ServiceUnreachable)) throw fault;
      needs.log(`job ${jobId}: cancel could not reach the service: ${fault.code}`);
      return refuse('service-unreachable', { code: fault.code });
    }
  };
