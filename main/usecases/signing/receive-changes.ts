import { type AnswerId, ok, type Result, refuse } from '../../../domain/basics.ts';
import { isDue } from '../../../domain/calendar.ts';
import { canHappen } from '../../../domain/job-steps.ts';
import { openTitle } from '../../../domain/journal-entry.ts';
import { failureReason, type Signer, type SigningJob } from '../../../domain/signing-job.ts';
import { AnswerAlreadyStored } from '../../ports/archive/answers.ts';
import { JobAlreadyRunning } from '../../ports/archive/jobs.ts';
import type { SignatureReport } from '../../ports/pdf-workshop.ts';
import { type JobChange, ServiceRefusal } from '../../ports/signing-service.ts';
import { systemName } from '../audit-log.ts';
import { changed } from '../changed-event.ts';
import { matchSigners } from '../dispatch/match-signers.ts';
import { recordAccepted } from '../dispatch/send-queued.ts';
import type { Needs } from '../needs.ts';
import { stepJob } from '../step-job.ts';
import { fileAnswer } from './file-answer.ts';

/** A queue that never runs dry in one go must not keep the rest of Segl waiting. */
const mostPerRound = 200;

/**
 * Empties our queue at the service: each change is stored and filed before it is confirmed, so a crash anywhere only
 * repeats. Asks nothing before the service's own next permitted time.
 */
export const receiveChanges =
  (needs: Needs) => async (): Promise<{ readonly received: number; readonly nextAt?: string }> => {
    let received = 0;
    await fileStored(needs);
    let nextAt = await needs.archive.read.nextPollAt(needs.queue);
    while (received < mostPerRound && isDue(nextAt, needs.clock.now(), longestWaitSeconds)) {
      const poll = await needs.signing.poll();
      nextAt = poll.nextAt;
      // A time that has come already needs no remembering; one to wait for must outlive a restart.
      if (poll.nextAt > needs.clock.now())
        await needs.archive.change((tx) => tx.setNextPollAt(needs.queue, poll.nextAt));
      if (poll.kind !== 'change') break;
      received += 1;
      await receiveChange(needs, poll.change).catch((fault: unknown) => noteFault(needs, poll.change, fault));
    }
    return { received, nextAt };
  };

/** No service asks anyone to wait longer between two questions. */
const longestWaitSeconds = 3_600;

/** Answers that were stored, but not filed before the program ended or the disk was full. */
async function fileStored(needs: Needs): Promise<void> {
  for (const { id } of await needs.archive.read.unfiledAnswers()) {
    await fileAnswer(needs)(id).catch((fault: unknown) => needs.log(`filing answer ${id}: ${String(fault)}`));
  }
}

const findJob = async (
  { archive }: Pick<Needs, 'archive'>,
  change: JobChange,
): Promise<SigningJob | undefined> =>
  (change.reference && (await archive.read.findJobByReference(change.reference))) ||
  (await archive.read.findJobByServiceId(change.serviceJobId));

async function receiveChange(needs: Needs, change: JobChange): Promise<void> {
  const found = await findJob(needs, change);
  if (!found) {
    // Not ours, or of a lost archive. Unconfirmed it stays at the service, where it can still be found.
    needs.log(`change of unknown job ${change.serviceJobId}: left unconfirmed`);
    return;
  }
  const job = await settleByReference(needs, found, change);
  const signers = await matchSigners(needs, job, change.signers);
  if (change.status === 'inProgress') {
    // One that comes again after the last word has been said tells nothing new.
    const who = { at: needs.clock.now(), by: systemName };
    await needs.archive.change((tx) =>
      stepJob(tx, job.id, { kind: 'told', ...snapshot(change, signers) }, who),
    );
    needs.publish(changed(job.caseId, job.entryId));
  } else {
    const answerId = await storeAnswer(needs, job, change, signers);
    const filed = await fileAnswer(needs)(answerId);
    if (!filed.ok && filed.refusal.code === 'case-closed') await tellUndeliverable(needs, job);
  }
  await needs.signing.confirm(change.confirmationUrl);
  const answer = await needs.archive.read.findAnswerOf(job.id);
  if (answer && !answer.confirmedAt) {
    await needs.archive.change((tx) => tx.changeAnswer(answer.id, { confirmedAt: needs.clock.now() }));
  }
}

/** A change for a job whose creation we never got an answer to proves that it arrived. */
async function settleByReference(needs: Needs, job: SigningJob, change: JobChange): Promise<SigningJob> {
  if (!canHappen(job, 'found').ok) return job;
  const settled = await needs.archive
    .change(async (tx): Promise<Result<undefined, 'dispatch-running'>> => {
      await recordAccepted(
        tx,
        job,
        'found',
        { serviceJobId: change.serviceJobId, cancellationUrl: change.cancellationUrl },
        needs.clock.now(),
      );
      return ok(undefined);
    })
    .catch((fault: unknown) => {
      if (fault instanceof JobAlreadyRunning) return refuse('dispatch-running');
      throw fault;
    });
  // Declared unsent and sent anew meanwhile: nobody shall be asked twice, so this one is withdrawn.
  if (!settled.ok && change.cancellationUrl) await needs.signing.cancel(change.cancellationUrl);
  return (await needs.archive.read.findJob(job.id)) ?? job;
}

const snapshot = (change: JobChange, signers: readonly Signer[]) => ({
  signers,
  cancellationUrl: change.cancellationUrl,
  deleteDocumentsUrl: change.deleteDocumentsUrl,
});

/** Fetches what the answer holds and keeps it; filing comes after. Storing the same answer twice keeps the first. */
async function storeAnswer(
  needs: Needs,
  job: SigningJob,
  change: JobChange,
  signers: readonly Signer[],
): Promise<AnswerId> {
  const stored = await needs.archive.read.findAnswerOf(job.id);
  if (stored) return stored.id;
  const { padesUrl } = change;
  const pdf =
    padesUrl === undefined
      ? undefined
      : await unlessRefused(needs, change, () => needs.signing.fetchSignedPdf(padesUrl));
  if (change.status === 'completed' && !pdf)
    throw new Error('a completed job came without its signed document');
  const report =
    pdf && (await needs.pdf.verifySignatures(pdf, needs.signing.sealAnchors()).catch(() => undefined));
  const verified = pdf && report !== undefined && isSealed(report);
  const digests: { signerName: string; sha256: string; bytes: Uint8Array }[] = [];
  for (const signerChange of change.signers) {
    const { xadesUrl } = signerChange;
    const bytes =
      xadesUrl && (await unlessRefused(needs, change, () => needs.signing.fetchSignature(xadesUrl)));
    if (!bytes) continue;
    const [signer] = await matchSigners(needs, job, [signerChange]);
    digests.push({ signerName: signer?.name ?? '', sha256: await needs.digest.sha256(bytes), bytes });
  }
  const at = needs.clock.now();
  const signedPdf = pdf && (await needs.digest.sha256(pdf));
  const id: AnswerId = needs.ids.newId();
  const failure = change.status === 'failed' ? failureReason(change.signers) : undefined;
  try {
    await needs.archive.change(async (tx) => {
      if (pdf && signedPdf) await tx.putFile(signedPdf, pdf, at, 'sealed');
      for (const digest of digests) await tx.putFile(digest.sha256, digest.bytes, at, 'sealed');
      const told = { at, ...snapshot(change, signers) };
      await stepJob(
        tx,
        job.id,
        failure === undefined ? { kind: 'completed', ...told } : { kind: 'failed', failure, ...told },
        { at, by: systemName },
      );
      await tx.addAnswer({
        id,
        jobId: job.id,
        outcome: change.status === 'completed' ? 'completed' : 'failed',
        failure,
        receivedAt: at,
        decidedAt: decidedAt(change, at),
        signedPdf,
        signatures: digests.map(({ signerName, sha256 }) => ({ signerName, sha256 })),
        verified,
      });
    });
    return id;
  } catch (fault) {
    const other =
      fault instanceof AnswerAlreadyStored ? await needs.archive.read.findAnswerOf(job.id) : undefined;
    if (!other) throw fault;
    return other.id;
  }
}

/** A file that the service says is gone must not keep the rest of the answer away; one it cannot give now comes later. */
async function unlessRefused(
  { log }: Pick<Needs, 'log'>,
  change: JobChange,
  fetch: () => Promise<Uint8Array>,
): Promise<Uint8Array | undefined> {
  try {
    return await fetch();
  } catch (fault) {
    if (!(fault instanceof ServiceRefusal)) throw fault;
    log(`job ${change.serviceJobId}: a file of the answer was refused: ${fault.code}`);
    return undefined;
  }
}

/** The last thing a signer did, else the last change of all. */
function decidedAt(change: JobChange, fallback: string): string {
  const acted = change.signers.filter(
    (signer) => signer.state !== 'waiting' && signer.state !== 'notApplicable',
  );
  const times = (acted.length > 0 ? acted : change.signers).map((signer) => signer.since).sort();
  return times.at(-1) ?? fallback;
}

async function tellUndeliverable(needs: Needs, job: SigningJob): Promise<void> {
  const caseFile = await needs.archive.read.findCase(job.caseId);
  const entry = await needs.archive.read.findEntry(job.entryId);
  needs.publish({
    kind: 'answer.received',
    entryId: job.entryId,
    caseNumber: caseFile?.caseNumber ?? '',
    outcome: 'undeliverable',
    title: entry ? openTitle(entry) : '',
  });
  needs.publish(changed(job.caseId, job.entryId));
}

/** What went wrong stands on the job where the clerk sees it; unconfirmed, the change comes again. */
async function noteFault(needs: Needs, change: JobChange, fault: unknown): Promise<void> {
  needs.log(`receiving job ${change.serviceJobId}: ${String(fault)}`);
  const job = await findJob(needs, change);
  if (!job) return;
  const at = needs.clock.now();
  const noted = { code: 'receiving', detail: String(fault), at };
  const stepped = await needs.archive.change((tx) =>
    stepJob(tx, job.id, { kind: 'receiving-failed', fault: noted }, { at, by: systemName }),
  );
  if (stepped.ok) needs.publish(changed(job.caseId, job.entryId));
}

/** Every signature in the file holds, and one of them is the service's seal over the whole of it. */
const isSealed = ({ signatures }: SignatureReport): boolean =>
  signatures.every((found) => found.intact) &&
  signatures.some((found) => found.coversWholeFile && found.trusted);
