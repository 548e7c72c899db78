import { type JobId, ok, type Result, refuse } from '../../../domain/basics.ts';
import { may, type User } from '../../../domain/roles.ts';
import type { SigningJob } from '../../../domain/signing-job.ts';
import { ServiceRefusal, ServiceUnreachable } from '../../ports/signing-service.ts';
import { changed } from '../changed-event.ts';
import type { Needs } from '../needs.ts';

type Settling = Pick<Needs, 'archive' | 'clock' | 'publish'>;

export const decideDeclaringUnsent = (
  job: Pick<SigningJob, 'state'>,
  user: User,
): Result<undefined, 'not-allowed' | 'not-uncertain'> => {
  if (!may(user, 'dispatch')) return refuse('not-allowed');
  return job.state === 'uncertain' ? ok(undefined) : refuse('not-uncertain');
};
export const decideRetrying = (
  job: Pick<SigningJob, 'state' | 'nextAttemptAt'>,
  user: User,
): Result<undefined, 'not-allowed' | 'already-ended'> => {
  if (!may(user, 'dispatch')) return refuse('not-allowed');
  return job.state === 'queued' && job.nextAttemptAt !== undefined ? ok(undefined) : refuse('already-ended');
};
export const decideCancelling = (
  job: SigningJob,
  user: User,
): Result<string | undefined, 'not-allowed' | 'not-cancellable' | 'already-ended'> => {
  if (!may(user, 'dispatch')) return refuse('not-allowed');
  if (job.state === 'queued') return ok(undefined);
  if (job.state !== 'inProgress')
    return refuse(job.state === 'sending' || job.state === 'uncertain' ? 'not-cancellable' : 'already-ended');
  return job.cancellationUrl && !job.cancelRequestedAt ? ok(job.cancellationUrl) : refuse('not-cancellable');
};

/** The clerk has seen at the service that an uncertain job never arrived: the entry may be dispatched anew. */
export const declareUnsent =
  ({ archive, clock, publish }: Settling) =>
  async (
    user: User,
    jobId: JobId,
  ): Promise<Result<undefined, 'not-found' | 'not-allowed' | 'not-uncertain'>> => {
    const at = clock.now();
    const outcome = await archive.change(
      async (tx): Promise<Result<SigningJob, 'not-found' | 'not-allowed' | 'not-uncertain'>> => {
        const job = await tx.findJob(jobId);
        if (!job) return refuse('not-found');
        const decision = decideDeclaringUnsent(job, user);
        if (!decision.ok) return decision;
        await tx.changeJob(jobId, { state: 'sendFailed', endedAt: at });
        await tx.log({
          subject: 'job',
          subjectId: jobId,
          field: 'signeringsoppdrag',
          before: 'uavklart',
          after: 'regnet som ikke sendt',
          at,
          by: user.name,
        });
        return ok(job);
      },
    );
    if (!outcome.ok) return outcome;
    publish(changed(outcome.value.caseId, outcome.value.entryId));
    return ok(undefined);
  };

/** «Prøv igjen nå»: a job that waits for the network is tried at once. */
export const retrySending =
  ({ archive, publish, wakeOutbox }: Pick<Needs, 'archive' | 'publish' | 'wakeOutbox'>) =>
  async (
    user: User,
    jobId: JobId,
  ): Promise<Result<undefined, 'not-found' | 'not-allowed' | 'already-ended'>> => {
    const outcome = await archive.change(
      async (tx): Promise<Result<SigningJob, 'not-found' | 'not-allowed' | 'already-ended'>> => {
        const job = await tx.findJob(jobId);
        if (!job) return refuse('not-found');
        const decision = decideRetrying(job, user);
        if (!decision.ok) return decision;
        await tx.changeJob(jobId, { nextAttemptAt: undefined });
        return ok(job);
      },
    );
    if (!outcome.ok) return outcome;
    publish(changed(outcome.value.caseId, outcome.value.entryId));
    wakeOutbox();
    return ok(undefined);
  };

type CancelRefusal =
  | 'not-found'
  | 'not-allowed'
  | 'not-cancellable'
  | 'already-ended'
  | 'service-unreachable'
  | 'service-refused';

/**
 * Withdraws a job. One that is not sent yet ends here; one at the service ends when the service says so, since a
 * signature may come first: then the outcome is `too-late` and the answer comes by polling.
 */
export const cancelSigning =
  ({
    archive,
    clock,
    signing,
    publish,
    log,
  }: Pick<Needs, 'archive' | 'clock' | 'signing' | 'publish' | 'log'>) =>
  async (user: User, jobId: JobId): Promise<Result<'requested' | 'too-late', CancelRefusal>> => {
    const at = clock.now();
    const job = await archive.read.findJob(jobId);
    if (!job) return refuse('not-found');
    const decision = decideCancelling(job, user);
    if (!decision.ok) return decision;
    if (decision.value === undefined) {
      const ended = await archive.change(async (tx) => {
        if ((await tx.findJob(jobId))?.state !== 'queued') return false;
        await tx.changeJob(jobId, {
          state: 'sendFailed',
          endedAt: at,
          lastFault: { code: 'withdrawn', detail: 'withdrawn before sending', at },
        });
        await tx.log({
          subject: 'job',
          subjectId: jobId,
          field: 'signeringsoppdrag',
          before: 'bestilt',
          after: 'trukket før sending',
          at,
          by: user.name,
        });
        return true;
      });
      publish(changed(job.caseId, job.entryId));
      return ended ? ok('requested') : refuse('not-cancellable');
    }
    try {
      const outcome = await signing.cancel(decision.value);
      await archive.change(async (tx) => {
        if (outcome === 'cancelled') await tx.changeJob(jobId, { cancelRequestedAt: at });
        await tx.log({
          subject: 'job',
          subjectId: jobId,
          field: 'signeringsoppdrag',
          before: 'sendt',
          after: outcome === 'cancelled' ? 'avbrutt' : 'for sent å avbryte',
          at,
          by: user.name,
        });
      });
      publish(changed(job.caseId, job.entryId));
      return ok(outcome === 'cancelled' ? 'requested' : 'too-late');
    } catch (fault) {
      if (fault instanceof ServiceRefusal) return refuse('service-refused', { code: fault.code });
      if (!(fault instanceof ServiceUnreachable)) throw fault;
      log(`job ${jobId}: cancel could not reach the service: ${fault.code}`);
      return refuse('service-unreachable', { code: fault.code });
    }
  };
