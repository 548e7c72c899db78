import { signedBy } from '../../../domain/access/acting-for.ts';
import type { Actor } from '../../../domain/access/actor.ts';
import type { AccessRefusal } from '../../../domain/access/may.ts';
import type { Guarded } from '../../../domain/access/sight.ts';
import { decideCancelling, decideDeclaringUnsent, decideRetrying } from '../../../domain/acts/job-acts.ts';
import { type JobId, ok, type Result, refuse } from '../../../domain/basics.ts';
import type { JobRefusal } from '../../../domain/job-steps.ts';
import type { JobEvent } from '../../../domain/job-transitions.ts';
import type { SigningJob } from '../../../domain/signing-job.ts';
import { tidyTitle } from '../../../domain/title.ts';
import type { CaseReader } from '../../ports/archive/cases.ts';
import type { LogWriter } from '../../ports/archive/change-log.ts';
import type { EntryReader } from '../../ports/archive/entries.ts';
import type { JobReader, JobWriter } from '../../ports/archive/jobs.ts';
import type { ArchivePart } from '../../ports/archive-store.ts';
import { ServiceRefusal, ServiceUnreachable } from '../../ports/signing-service.ts';
import { changed } from '../changed-event.ts';
import type { Needs } from '../needs.ts';
import { stepJob } from '../step-job.ts';
import { guardOf } from './guard-of.ts';

type Touching = {
  readonly archive: ArchivePart<CaseReader & EntryReader & JobReader, JobWriter & LogWriter>;
};

/** The clerk has seen at the service that an uncertain job never arrived: the entry may be dispatched anew. */
export const declareUnsent =
  (needs: Pick<Needs, 'clock' | 'publish'> & Touching) =>
  (actor: Actor, jobId: JobId): Promise<Result<undefined, 'not-found' | AccessRefusal | JobRefusal>> => {
    const at = needs.clock.now();
    return settle(
      needs,
      jobId,
      (job, entry) => decideDeclaringUnsent(job, actor, entry),
      { kind: 'declared-unsent', at },
      actor,
    );
  };

/** «Prøv igjen nå»: a job that waits for the network is tried at once. */
export const retrySending =
  (needs: Pick<Needs, 'clock' | 'publish' | 'wakeOutbox'> & Touching) =>
  async (
    actor: Actor,
    jobId: JobId,
  ): Promise<Result<undefined, 'not-found' | AccessRefusal | JobRefusal>> => {
    const outcome = await settle(
      needs,
      jobId,
      (job, entry) => decideRetrying(job, actor, entry),
      { kind: 'hurried' },
      actor,
    );
    if (outcome.ok) needs.wakeOutbox();
    return outcome;
  };

type Settling = Pick<Needs, 'clock' | 'publish'> & Touching;

async function settle(
  { archive, clock, publish }: Settling,
  jobId: JobId,
  decide: (job: SigningJob, entry: Guarded) => Result<unknown, AccessRefusal | JobRefusal>,
  event: JobEvent,
  actor: Actor,
): Promise<Result<undefined, 'not-found' | AccessRefusal | JobRefusal>> {
  const outcome = await archive.change(
    async (tx): Promise<Result<SigningJob, 'not-found' | AccessRefusal | JobRefusal>> => {
      const job = await tx.findJob(jobId);
      const entry = job && (await guardOf(tx, job));
      if (!job || !entry) return refuse('not-found');
      const decision = decide(job, entry);
      const who = { at: clock.now(), by: signedBy(actor, 'dispatch', entry) };
      return decision.ok ? stepJob(tx, jobId, event, who) : decision;
    },
  );
  if (!outcome.ok) return outcome;
  publish(changed(outcome.value.caseId, outcome.value.entryId));
  return ok(undefined);
}

type CancelRefusal =
  | 'not-found'
  | AccessRefusal
  | 'reason-missing'
  | 'service-unreachable'
  | 'service-refused'
  | 'succession-under-way'
  | JobRefusal;

/**
 * Withdraws a job, for a reason that stays on it. One that is not sent yet ends here; one at the service ends when the service says so, since a
 * signature may come first: then the outcome is `too-late` and the answer comes by polling.
 */
export const cancelSigning =
  (needs: Pick<Needs, 'clock' | 'signing' | 'publish' | 'log'> & Touching) =>
  async (
    actor: Actor,
    jobId: JobId,
    why: string,
  ): Promise<Result<'requested' | 'too-late', CancelRefusal>> => {
    const job = await needs.archive.read.findJob(jobId);
    const entry = job && (await guardOf(needs.archive.read, job));
    if (!job || !entry) return refuse('not-found');
    const who = { at: needs.clock.now(), by: signedBy(actor, 'dispatch', entry) };
    const decision = decideCancelling(job, actor, entry);
    if (!decision.ok) return decision;
    const reason = tidyTitle(why);
    if (reason === '') return refuse('reason-missing');
    const url = decision.value;
    if (url === undefined) {
      const withdrawn = await needs.archive.change((tx) =>
        stepJob(tx, jobId, { kind: 'withdrawn', at: who.at, reason }, who),
      );
      needs.publish(changed(job.caseId, job.entryId));
      return withdrawn.ok ? ok('requested') : withdrawn;
    }
    try {
      const outcome = await needs.signing.cancel(url);
      const event: JobEvent =
        outcome === 'cancelled'
          ? { kind: 'cancel-requested', at: who.at, reason }
          : { kind: 'cancel-too-late', at: who.at };
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
