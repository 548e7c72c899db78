import type { Sha256 } from '../../../domain/basics.ts';
import { failureReasonOf } from '../../../domain/signing-job.ts';
import type { UnknownJobId } from '../../../domain/unknown-job.ts';
import type { AnswerReader } from '../../ports/archive/answers.ts';
import type { CaseReader } from '../../ports/archive/cases.ts';
import type { LogWriter } from '../../ports/archive/change-log.ts';
import type { FileWriter } from '../../ports/archive/files.ts';
import type { JobReader, JobWriter } from '../../ports/archive/jobs.ts';
import type { RestorationReader, RestorationWriter } from '../../ports/archive/restorations.ts';
import type { ArchivePart } from '../../ports/archive-store.ts';
import { type JobChange, ServiceRefusal } from '../../ports/signing-service.ts';
import { beginRestoration } from '../administration/notice-restored.ts';
import type { Needs } from '../needs.ts';

type Touching = {
  readonly archive: ArchivePart<
    AnswerReader & CaseReader & JobReader & RestorationReader,
    FileWriter & JobWriter & LogWriter & RestorationWriter
  >;
};

/**
 * A job of ours that the archive does not know was sent after the backup that is in use now. What the service tells of
 * it, with every file it gives, is stored for the document centre to file; only then may it be confirmed.
 */
export async function takeInUnknownJob(
  needs: Pick<Needs, 'signing' | 'digest' | 'vault' | 'clock' | 'ids' | 'publish' | 'log'> & Touching,
  change: JobChange,
): Promise<void> {
  const { archive, signing, digest, vault, clock, log } = needs;
  const before = await archive.read.findUnknownJobByServiceId(change.serviceJobId);
  if (before && before.state !== 'inProgress') return;
  const fetch = (url: string | undefined, from: (url: string) => Promise<Uint8Array>) =>
    url === undefined
      ? undefined
      : from(url).catch((fault: unknown) => {
          if (!(fault instanceof ServiceRefusal)) throw fault;
          log(`unknown job ${change.serviceJobId}: a file was refused: ${fault.code}`);
          return undefined;
        });
  const ended = change.status !== 'inProgress';
  const pdf = ended ? await fetch(change.padesUrl, (url) => signing.fetchSignedPdf(url)) : undefined;
  if (change.status === 'completed' && !pdf)
    throw new Error('a completed job came without its signed document');
  const files: { sha256: Sha256; bytes: Uint8Array }[] = [];
  for (const { xadesUrl } of ended ? change.signers : []) {
    const bytes = await fetch(xadesUrl, (url) => signing.fetchSignature(url));
    if (bytes) files.push({ sha256: await digest.sha256(bytes), bytes });
  }
  const signedPdf = pdf && { sha256: await digest.sha256(pdf), bytes: pdf };
  const at = clock.now();
  const told = change.signers.map(({ identityNumber, state, since }) => ({ identityNumber, state, since }));
  const sealedSigners = await vault.seal(JSON.stringify(told));
  const id: UnknownJobId = needs.ids.newId();
  await archive.change(async (tx) => {
    // One that is listed already has closed for sending, unless somebody has let others be sent since.
    if (!before) await beginRestoration(tx, 1, at);
    for (const { sha256, bytes } of signedPdf ? [signedPdf, ...files] : files)
      await tx.putFile(sha256, bytes, at, 'sealed');
    await tx.putUnknownJob({
      id: before?.id ?? id,
      serviceJobId: change.serviceJobId,
      ...(change.reference && { reference: change.reference }),
      state: change.status,
      ...(change.status === 'failed' && { failure: failureReasonOf(change.signers) }),
      receivedAt: at,
      decidedAt:
        change.signers
          .map(({ since }) => since)
          .sort()
          .at(-1) ?? at,
      sealedSigners,
      ...(signedPdf && { signedPdf: signedPdf.sha256 }),
      signatures: files.map(({ sha256 }) => sha256),
    });
  });
  needs.publish({ kind: 'archive.changed', caseIds: [], entryIds: [] });
  log(`change of unknown job ${change.serviceJobId}: stored`);
}
