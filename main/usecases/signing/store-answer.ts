import type { Answer } from '../../../domain/answer.ts';
import type { AnswerId, Instant, JobId, Sha256 } from '../../../domain/basics.ts';
import { isOpen } from '../../../domain/case-file.ts';
import { nextFetch, type ReceivedAnswer } from '../../../domain/doubtful-answer.ts';
import { failureReasonOf, type SigningJob } from '../../../domain/signing-job.ts';
import { openPlan } from '../../../domain/succession.ts';
import type { AnswerReader, AnswerWriter } from '../../ports/archive/answers.ts';
import { AnswerAlreadyStored } from '../../ports/archive/answers.ts';
import type { CaseReader } from '../../ports/archive/cases.ts';
import type { LogWriter } from '../../ports/archive/change-log.ts';
import type { EntryReader, EntryWriter } from '../../ports/archive/entries.ts';
import type { FileWriter } from '../../ports/archive/files.ts';
import type { JobReader, JobWriter } from '../../ports/archive/jobs.ts';
import type { PartyReader, PartyWriter } from '../../ports/archive/parties.ts';
import type { ReceivedAnswerReader, ReceivedAnswerWriter } from '../../ports/archive/received-answers.ts';
import type { RestorationWriter } from '../../ports/archive/restorations.ts';
import type { ArchivePart } from '../../ports/archive-store.ts';
import type { JobChange } from '../../ports/signing-service.ts';
import { systemName } from '../audit-log.ts';
import type { Match } from '../dispatch/match-signers.ts';
import type { Needs } from '../needs.ts';
import { stepJob } from '../step-job.ts';
import type { JudgedAnswer } from './judge-answer.ts';
import { keptNumbersOf, makeSuccessor } from './make-successor.ts';

type Touching = {
  readonly archive: ArchivePart<
    AnswerReader & CaseReader & EntryReader & JobReader & PartyReader & ReceivedAnswerReader,
    AnswerWriter &
      EntryWriter &
      FileWriter &
      JobWriter &
      LogWriter &
      PartyWriter &
      ReceivedAnswerWriter &
      RestorationWriter
  >;
};

type Storing = Pick<Needs, 'clock' | 'digest' | 'ids' | 'wakeOutbox'> & Touching;

/** What the service tells of the signers, for the steps of the job. */
export const snapshot = (change: JobChange, match: Match) => ({
  signers: match.ours.map(({ signer }) => signer),
  cancellationUrl: change.cancellationUrl,
  deleteDocumentsUrl: change.deleteDocumentsUrl,
});

/**
 * Keeps an answer; filing comes after. Storing the same answer twice keeps the first. Where the job was cancelled for one
 * that shall follow it, that one is made in the same transaction.
 */
export async function storeAnswer(
  needs: Storing,
  job: SigningJob,
  change: JobChange,
  match: Match,
  judged: JudgedAnswer,
): Promise<AnswerId> {
  const at = needs.clock.now();
  const files = await filesOf(needs, judged);
  const failure = change.status === 'failed' ? failureOf(change, match) : undefined;
  const answer: Answer = {
    id: needs.ids.newId(),
    jobId: job.id,
    outcome: failure === undefined ? 'completed' : 'failed',
    failure,
    receivedAt: at,
    decidedAt: decidedAt(change, at),
    signedPdf: files.document,
    signatures: files.signatures,
    verified: judged.pdf && judged.verified,
    verdict: judged.verdict,
  };
  const told = { at, ...snapshot(change, match) };
  try {
    const followed = await needs.archive.change(async (tx) => {
      await files.put(tx, at);
      const who = { at, by: systemName };
      const numbers = await keptNumbersOf(tx, job.id);
      await dropInClosedCase(tx, job.id, who);
      const stepped = await stepJob(
        tx,
        job.id,
        failure === undefined ? { kind: 'completed', ...told } : { kind: 'failed', failure, ...told },
        who,
      );
      await tx.addAnswer(answer);
      await tx.settleLostJob(job.reference, at);
      const plan = stepped.ok ? stepped.value.plan : undefined;
      if (!stepped.ok || plan?.settledAt !== at || plan.dropped) return false;
      await makeSuccessor(needs, tx, stepped.value, plan, numbers, at);
      return true;
    });
    if (followed) needs.wakeOutbox();
    return answer.id;
  } catch (fault) {
    const other =
      fault instanceof AnswerAlreadyStored ? await needs.archive.read.findAnswerOf(job.id) : undefined;
    if (!other) throw fault;
    return other.id;
  }
}

/** In a closed case nothing new is sent: what was planned falls, and the answer waits as any other. */
async function dropInClosedCase(
  tx: CaseReader & EntryReader & JobReader & JobWriter & LogWriter,
  jobId: JobId,
  who: { readonly at: Instant; readonly by: string },
): Promise<void> {
  const job = await tx.findJob(jobId);
  const entry = job && openPlan(job) && (await tx.findEntry(job.entryId));
  const caseFile = entry && (await tx.findCase(entry.caseId));
  if (caseFile && !isOpen(caseFile))
    await stepJob(tx, jobId, { kind: 'succession-dropped', why: 'case-closed', at: who.at }, who);
}

/** Stores what the service gave that cannot be the answer, and when to fetch again. The same bytes are stored once. */
export async function storeDoubtful(
  needs: Storing,
  job: SigningJob,
  change: JobChange,
  match: Match,
  judged: JudgedAnswer,
): Promise<void> {
  const at = needs.clock.now();
  const files = await filesOf(needs, judged);
  const received: ReceivedAnswer = {
    jobId: job.id,
    receivedAt: at,
    outcome: change.status === 'completed' ? 'completed' : 'failed',
    failure: change.status === 'failed' ? failureOf(change, match) : undefined,
    decidedAt: decidedAt(change, at),
    document: files.document,
    signatures: files.signatures,
    doubts: judged.doubts,
    verdict: judged.verdict,
  };
  await needs.archive.change(async (tx) => {
    const before = await tx.receivedOf(job.id);
    const last = before.at(-1);
    const repeated =
      last !== undefined &&
      last.document === received.document &&
      last.outcome === received.outcome &&
      last.doubts.join() === received.doubts.join();
    if (!repeated) {
      await files.put(tx, at);
      await tx.addReceived(received);
    }
    const until = nextFetch(before[0]?.receivedAt ?? at, at);
    await stepJob(
      tx,
      job.id,
      { kind: 'doubted', doubts: judged.doubts, until, repeated, ...snapshot(change, match) },
      { at, by: systemName },
    );
  });
}

/** Digests of what was fetched, and how it is put in the archive before any row names it. */
async function filesOf({ digest }: Pick<Needs, 'digest'>, { pdf, evidence }: JudgedAnswer) {
  const document: Sha256 | undefined = pdf && (await digest.sha256(pdf));
  const signatures = await Promise.all(
    evidence.map(async ({ signerName, bytes }) => ({
      signerName,
      bytes,
      sha256: await digest.sha256(bytes),
    })),
  );
  return {
    document,
    signatures: signatures.map(({ signerName, sha256 }) => ({ signerName, sha256 })),
    put: async (tx: FileWriter, at: Instant): Promise<void> => {
      if (pdf && document) await tx.putFile(document, pdf, at, 'sealed');
      for (const { sha256, bytes } of signatures) await tx.putFile(sha256, bytes, at, 'sealed');
    },
  };
}

/** From what those did whom we asked, where we can tell who they are. */
const failureOf = (change: JobChange, match: Match) =>
  failureReasonOf(match.sure ? match.ours.map(({ signer }) => signer) : change.signers);

/** The last thing a signer did, else the last change of all. */
function decidedAt(change: JobChange, fallback: Instant): Instant {
  const acted = change.signers.filter(
    (signer) => signer.state !== 'waiting' && signer.state !== 'notApplicable',
  );
  const times = (acted.length > 0 ? acted : change.signers).map((signer) => signer.since).sort();
  return times.at(-1) ?? fallback;
}
