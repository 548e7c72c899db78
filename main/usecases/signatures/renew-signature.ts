import type { Actor } from '../../../domain/access/actor.ts';
import type { AccessRefusal } from '../../../domain/access/may.ts';
import {
  type DocumentId,
  type DocumentObjectId,
  type EntryId,
  ok,
  type Result,
  refuse,
} from '../../../domain/basics.ts';
import { dateOf } from '../../../domain/calendar.ts';
import { currentObject, type DocumentObject, nextVersion } from '../../../domain/documents.ts';
import type { FiledControl } from '../../../domain/signature-control.ts';
import { isVerified } from '../../../domain/verdict.ts';
import type { LogWriter } from '../../ports/archive/change-log.ts';
import type { DocumentWriter } from '../../ports/archive/documents.ts';
import type { FileWriter } from '../../ports/archive/files.ts';
import type { SignatureControlWriter } from '../../ports/archive/signature-controls.ts';
import type { ArchivePart } from '../../ports/archive-store.ts';
import { EvidenceFailed } from '../../ports/evidence-workshop.ts';
import { RevocationUnreachable, TimeStampFailed, type TimeStamps } from '../../ports/time-stamps.ts';
import { changed } from '../changed-event.ts';
import { mayOnEntry, whoOn } from '../entries/open-for-change.ts';
import type { Needs } from '../needs.ts';
import type { ControlRefusal, Program } from './control-file.ts';
import { type JudgedFile, type JudgingReads, judgeFiled } from './judge-filed.ts';
import { type OpenSigned, openSigned, type SignedReads } from './open-signed.ts';
import { type Renewed, stampAnew } from './stamp-anew.ts';
import { authorityInUse } from './time-stamp-authority.ts';

type Touching = {
  readonly archive: ArchivePart<
    SignedReads & JudgingReads,
    DocumentWriter & FileWriter & LogWriter & SignatureControlWriter
  >;
};
type Renewing = Pick<Needs, 'pdf' | 'signing' | 'clock' | 'ids' | 'digest' | 'vault' | 'publish'> &
  Program &
  Touching & { readonly timeStamps: TimeStamps };
export type RenewRefusal =
  | ControlRefusal
  | AccessRefusal
  | 'not-found'
  | 'file-missing'
  | 'changed-meanwhile'
  | 'time-stamps-not-set-up'
  | 'time-stamp-failed'
  | 'revocation-not-fetched'
  | 'signature-not-renewable'
  | 'renewal-not-verified';

/**
 * Renews the evidence of a filed signature: what is needed to verify it, and a time stamp around that, come after the end
 * of the file as a new version of the document. What was signed is never touched, and the version before is kept. The new one is
 * verified before it is filed.
 */
export const renewSignature =
  (needs: Renewing) =>
  async (
    actor: Actor,
    entryId: EntryId,
    documentId: DocumentId,
  ): Promise<Result<FiledControl, RenewRefusal>> => {
    const { read } = needs.archive;
    const allowed = await mayOnEntry(read, actor, 'journal', entryId);
    if (!allowed.ok) return allowed;
    const opened = await openSigned(read, actor, entryId, documentId);
    if (!opened.ok) return opened;
    const { object } = opened.value;
    const authority = await authorityInUse(needs);
    if (!authority) return refuse('time-stamps-not-set-up');
    const file = object.fileName;
    const bytes = await read.readFile(object.sha256);
    if (!bytes) return refuse('file-missing', { file });
    const before = await judgeFiled(needs, opened.value, bytes);
    if (!before.ok) return before;
    if (before.value.report.word !== 'holds' || before.value.report.format !== 'pades')
      return refuse('signature-not-renewable', { file });
    try {
      const renewed = await stampAnew(needs, authority, opened.value, bytes);
      const after = await judgeFiled(needs, opened.value, renewed.bytes);
      if (!after.ok) return after;
      if (!isSoundRenewal(bytes, renewed.bytes, before.value, after.value))
        return refuse('renewal-not-verified', { file });
      return await fileRenewed(needs, actor, opened.value, renewed, after.value);
    } catch (fault) {
      if (fault instanceof TimeStampFailed)
        return refuse('time-stamp-failed', { fault: fault.fault, detail: fault.message.slice(0, 200) });
      if (fault instanceof RevocationUnreachable)
        return refuse('revocation-not-fetched', { address: fault.address });
      if (fault instanceof EvidenceFailed) return refuse('signature-not-renewable', { file });
      throw fault;
    }
  };

/** Every byte that was there is there still, what held holds, and there is one time stamp more. */
function isSoundRenewal(
  old: Uint8Array,
  renewed: Uint8Array,
  before: JudgedFile,
  after: JudgedFile,
): boolean {
  return (
    renewed.length > old.length &&
    old.every((byte, place) => byte === renewed[place]) &&
    after.report.word === 'holds' &&
    after.report.signatures.length === before.report.signatures.length + 1 &&
    after.report.signatures.at(-1)?.kind === 'time-stamp' &&
    after.report.signatures.every(
      ({ later }) => later === 'nothing' || later === 'evidence' || later === 'signatures',
    ) &&
    (before.verdict === undefined ||
      !isVerified(before.verdict) ||
      (after.verdict !== undefined && isVerified(after.verdict)))
  );
}

async function fileRenewed(
  needs: Renewing,
  actor: Actor,
  opened: OpenSigned,
  { bytes, by }: Renewed,
  { report, verdict, at }: JudgedFile,
): Promise<Result<FiledControl, RenewRefusal>> {
  const { entry, caseFile, object } = opened;
  const seen = await needs.pdf.inspect(bytes, object.fileName);
  const sha256 = await needs.digest.sha256(bytes);
  const who = whoOn(opened, actor, at, 'journal');
  const objectId: DocumentObjectId = needs.ids.newId();
  const control: FiledControl = {
    id: needs.ids.newId(),
    documentId: opened.document.id,
    objectId,
    fileName: object.fileName,
    sha256,
    size: bytes.byteLength,
    seglVersion: needs.about.version,
    report,
    verdict,
    isWorse: false,
    ...who,
  };
  const outcome = await needs.archive.change(async (tx): Promise<Result<undefined, RenewRefusal>> => {
    const document = (await tx.documentsOf(entry.id)).find(({ id }) => id === opened.document.id);
    if (!document || currentObject(document)?.id !== object.id)
      return refuse('changed-meanwhile', { entry: entry.recordNumber });
    const version = nextVersion(document, 'original');
    await tx.putFile(sha256, bytes, at, (await tx.isFileSealed(object.sha256)) ? 'sealed' : undefined);
    const { formatDetails } = object;
    const renewed: DocumentObject = {
      ...object,
      id: objectId,
      version,
      formatDetails: seen.pdfVersion ? `PDF ${seen.pdfVersion}` : formatDetails,
      sha256,
      size: bytes.byteLength,
      createdAt: at,
      createdBy: who.by,
      madeFrom: undefined,
      signature: { verification: object.signature?.verification ?? 'I', on: dateOf(at), by: who.by },
    };
    await tx.addDocumentObject(document.id, renewed);
    await tx.addControl(control);
    await tx.log({
      subject: 'document',
      subjectId: document.id,
      code: 'signature-renewed',
      facts: { version: String(version), authority: by },
      ...who,
    });
    return ok(undefined);
  });
  if (!outcome.ok) return outcome;
  needs.publish(changed(caseFile.id, entry.id));
  return ok(control);
}
