import type { Instant } from '../../../domain/basics.ts';
import { ok, type Result, refuse } from '../../../domain/basics.ts';
import type { ControlFault, SignatureReport } from '../../../domain/signature-report.ts';
import type { Verdict } from '../../../domain/verdict.ts';
import type { AnswerReader } from '../../ports/archive/answers.ts';
import type { FileReader } from '../../ports/archive/files.ts';
import type { JobReader } from '../../ports/archive/jobs.ts';
import type { SignatureControlReader } from '../../ports/archive/signature-controls.ts';
import type { TimeStampSettingsReader } from '../../ports/archive/time-stamp-settings.ts';
import { NotJudged } from '../../ports/pdf-workshop.ts';
import type { Needs } from '../needs.ts';
import { type ControlRefusal, tryReport } from './control-file.ts';
import type { OpenSigned } from './open-signed.ts';
import { trustAnchors } from './trust-anchors.ts';

export type JudgingReads = AnswerReader &
  FileReader &
  JobReader &
  SignatureControlReader &
  TimeStampSettingsReader;
export type Judging = Pick<Needs, 'pdf' | 'signing' | 'clock'> & {
  readonly archive: { readonly read: JudgingReads };
};
export type JudgedFile = {
  readonly report: SignatureReport;
  readonly verdict?: Verdict;
  readonly at: Instant;
};

/**
 * Judges bytes of a document that the archive holds as they stand today. Where the document is the answer to a job, it is
 * also compared with what was sent, as when it came.
 */
export async function judgeFiled(
  needs: Judging,
  { document, object }: OpenSigned,
  bytes: Uint8Array,
): Promise<Result<JudgedFile, ControlRefusal>> {
  const { read } = needs.archive;
  const at = needs.clock.now();
  const file = object.fileName;
  const [oldest] = document.objects.toSorted((one, other) => one.version - other.version);
  const report = await tryReport(needs, bytes, {
    ...(await trustAnchors(read, needs)),
    at,
    knownSince: oldest?.createdAt ?? object.createdAt,
  });
  if (!report) return refuse('control-not-done', { file });
  if ('fault' in report) return refuse(`control-${report.fault satisfies ControlFault}`, { file });
  try {
    return ok({ report, verdict: await compareWithSent(needs, document.id, bytes), at });
  } catch (fault) {
    if (fault instanceof NotJudged) return refuse('control-not-done', { file });
    throw fault;
  }
}

/** Nothing where the document is no answer, or what was sent is no longer there. */
async function compareWithSent(
  { archive: { read }, pdf, signing }: Judging,
  documentId: OpenSigned['document']['id'],
  bytes: Uint8Array,
): Promise<Verdict | undefined> {
  const answerId = await read.answerFiledAs(documentId);
  const answer = answerId && (await read.findAnswer(answerId));
  const job = answer && (await read.findJob(answer.jobId));
  const sent = job && (await read.readFile(job.merged.sha256));
  if (!answer || !job || !sent) return undefined;
  const signers = await Promise.all(
    answer.signatures.map(async ({ signerName, sha256 }) => ({
      name: signerName,
      evidence: await read.readFile(sha256),
    })),
  );
  return pdf.verify(bytes, {
    sent,
    title: job.title,
    signers,
    policy: signing.sealPolicy(),
    receivedAt: answer.receivedAt,
  });
}
