import { signedBy } from '../../../domain/access/acting-for.ts';
import type { Actor } from '../../../domain/access/actor.ts';
import { type AccessRefusal, may } from '../../../domain/access/may.ts';
import type { Guarded } from '../../../domain/access/sight.ts';
import type { Answer } from '../../../domain/answer.ts';
import { type Instant, type JobId, type Result, refuse } from '../../../domain/basics.ts';
import {
  type DoubtDecision,
  type DoubtRefusal,
  decideDoubt,
  type ReceivedAnswer,
} from '../../../domain/doubtful-answer.ts';
import type { JobRefusal } from '../../../domain/job-steps.ts';
import type { JobEvent } from '../../../domain/job-transitions.ts';
import type { SigningJob } from '../../../domain/signing-job.ts';
import type { ReceivedAnswerReader } from '../../ports/archive/received-answers.ts';
import type { RestorationWriter } from '../../ports/archive/restorations.ts';
import type { ArchivePart } from '../../ports/archive-store.ts';
import { changed } from '../changed-event.ts';
import type { Needs } from '../needs.ts';
import { stepJob } from '../step-job.ts';
import { fileAnswer } from './file-answer.ts';
import type { FilingReads, FilingWrites } from './filing-archive.ts';
import { guardOf } from './guard-of.ts';

type Touching = {
  readonly archive: ArchivePart<FilingReads & ReceivedAnswerReader, FilingWrites & RestorationWriter>;
};

export type DecideDoubtRefusal = 'not-found' | AccessRefusal | DoubtRefusal | JobRefusal;

/** Whether this actor may decide so of a doubtful job now. */
export const mayDecideDoubt = (
  job: SigningJob,
  received: readonly ReceivedAnswer[],
  decision: DoubtDecision,
  actor: Actor,
  entry: Guarded,
  now: Instant,
): Result<undefined, AccessRefusal | DoubtRefusal> => {
  const allowed = may(actor, 'file-answers', entry);
  return allowed.ok ? decideDoubt(job, received, decision, now) : allowed;
};

/**
 * The document centre's word on a doubtful answer: file what came, unverified; keep waiting, and fetch again when the
 * service next tells of it; or give it up as lost, which files a note. What ends the job is confirmed to the service when
 * it next tells of it.
 */
export const decideDoubtful =
  (needs: Pick<Needs, 'pdf' | 'clock' | 'digest' | 'ids' | 'writeNote' | 'publish'> & Touching) =>
  async (
    actor: Actor,
    jobId: JobId,
    decision: DoubtDecision,
  ): Promise<Result<undefined, DecideDoubtRefusal>> => {
    const outcome = await needs.archive.change(
      async (tx): Promise<Result<SigningJob, DecideDoubtRefusal>> => {
        const job = await tx.findJob(jobId);
        const entry = job && (await guardOf(tx, job));
        if (!job || !entry) return refuse('not-found');
        const who = { at: needs.clock.now(), by: signedBy(actor, 'file-answers', entry) };
        const received = await tx.receivedOf(jobId);
        const decided = mayDecideDoubt(job, received, decision, actor, entry, who.at);
        const last = received.at(-1);
        if (!decided.ok) return decided;
        if (!last) return refuse('not-doubtful');
        const stepped = await stepJob(tx, jobId, eventOf(decision, last, who.at), who);
        if (!stepped.ok || decision === 'keep-waiting') return stepped;
        await tx.addAnswer({ id: needs.ids.newId(), jobId, ...answerOf(decision, last, who.at) });
        await tx.settleLostJob(job.reference, who.at);
        return stepped;
      },
    );
    if (!outcome.ok) return outcome;
    const answer = await needs.archive.read.findAnswerOf(jobId);
    if (answer) await fileAnswer(needs)(answer.id);
    needs.publish(changed(outcome.value.caseId, outcome.value.entryId));
    return { ok: true, value: undefined };
  };

function eventOf(decision: DoubtDecision, last: ReceivedAnswer, at: Instant): JobEvent {
  if (decision === 'keep-waiting') return { kind: 'kept-waiting' };
  if (decision === 'declare-lost') return { kind: 'declared-lost', at };
  return last.outcome === 'completed'
    ? { kind: 'taken-completed', at }
    : { kind: 'taken-failed', failure: last.failure ?? 'other', at };
}

const answerOf = (
  decision: DoubtDecision,
  last: ReceivedAnswer,
  at: Instant,
): Omit<Answer, 'id' | 'jobId'> =>
  decision === 'declare-lost'
    ? { outcome: 'failed', failure: 'other', receivedAt: at, decidedAt: at, signatures: [] }
    : {
        outcome: last.outcome,
        failure: last.failure,
        receivedAt: last.receivedAt,
        decidedAt: last.decidedAt,
        signedPdf: last.document,
        signatures: last.signatures,
        verified: last.document === undefined ? undefined : false,
        verdict: last.verdict,
      };
