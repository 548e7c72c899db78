import type { Act } from '../../domain/access/may.ts';
import { showJob } from '../../domain/access/show-job.ts';
import { seesAllDocuments, showDocuments } from '../../domain/access/shown.ts';
import { guardedEntry } from '../../domain/access/sight.ts';
import { type EntryId, type Sha256, toId } from '../../domain/basics.ts';
import type { DocumentObject } from '../../domain/documents.ts';
import type { SigningJob } from '../../domain/signing-job.ts';
import { isFollowed } from '../../domain/succession.ts';
import type { FoundObject } from '../ports/archive/documents.ts';
import { FileWithheld } from '../ports/file-withheld.ts';
import { VaultLocked } from '../ports/vault.ts';
import { noteLook } from '../usecases/access/note-look.ts';
import { mayOnEntry } from '../usecases/entries/open-for-change.ts';
import type { RequestContext } from './request-context.ts';
import { controlReport } from './serve-control-report.ts';
import type { ServedFile } from './served-file.ts';

/**
 * Answers the `url`s that views carry: a document's file, a job's merged PDF, or a preview not yet sent or saved. To those
 * only who see what is in it: throws {@link FileWithheld} for others.
 */
export const serveFile =
  (context: RequestContext) =>
  async (path: string): Promise<ServedFile | undefined> => {
    const [, root, kind, id] = path.split('/');
    if (root !== 'files' || !id) return undefined;
    if (kind === 'object') return objectFile(context, id);
    if (kind === 'job') return jobFile(context, id);
    if (kind === 'received') return receivedFile(context, id);
    if (kind === 'kept') return keptFile(context, id);
    if (kind === 'variant') return drawnFile(context, id);
    if (kind === 'control-pdf') return controlReport(context, id, 'pdf');
    if (kind === 'control-json') return controlReport(context, id, 'json');
    if (kind === 'shrunk') return shrunkFile(context, id);
    return kind === 'merged' ? previewFile(context, id) : undefined;
  };

const pdfFile = (bytes: Uint8Array, sha256: string, fileName: string): ServedFile => ({
  bytes,
  mime: 'application/pdf',
  fileName,
  etag: sha256,
});

async function objectFile(context: RequestContext, id: string): Promise<ServedFile | undefined> {
  const found = await context.archive.read.findDocumentObject(toId(id));
  const object = found && (await shownObject(context, found));
  // Its name may hold words of the title, so that it is the one that is shown.
  const bytes = object && (await readAllowed(context, object.sha256, found.entryIds));
  // The variant made for the public hides nothing.
  if (bytes && object.variant !== 'O') await noteLooks(context, found.documentId, found.entryIds);
  return object && bytes && { bytes, mime: object.mime, fileName: object.fileName, etag: object.sha256 };
}

/**
 * The file as the user may see it in one of the entries that its document belongs to; `undefined` where none of them is
 * there, as in the bin.
 */
async function shownObject(
  context: RequestContext,
  { object, documentId, entryIds }: FoundObject,
): Promise<DocumentObject | undefined> {
  const user = await context.session.user();
  const places = await Promise.all(entryIds.map((entryId) => placeOf(context, entryId)));
  const there = places.filter((place) => place !== undefined);
  if (there.length === 0) return undefined;
  const [shown] = there
    .flatMap(({ entry, caseFile, documents }) => showDocuments(user, documents, entry, caseFile))
    .filter(({ id }) => id === documentId)
    .toSorted((a, b) => Number(a.withheld) - Number(b.withheld))
    .flatMap(({ objects }) => objects.filter(({ id }) => id === object.id));
  if (!shown) throw new FileWithheld('screened');
  return shown;
}

async function placeOf({ archive: { read } }: RequestContext, entryId: EntryId) {
  const entry = await read.findEntry(entryId);
  const caseFile = entry && (await read.findCase(entry.caseId));
  return (
    caseFile && {
      entry,
      caseFile,
      parties: await read.partiesOf(entryId),
      documents: await read.documentsOf(entryId),
    }
  );
}

/** The job as the user may see it; `undefined` where there is none. */
async function shownJob(context: RequestContext, id: string) {
  const job: SigningJob | undefined = await context.archive.read.findJob(toId(id));
  const place = job && (await placeOf(context, job.entryId));
  return place && showJob(await context.session.user(), job, place);
}

async function jobFile(context: RequestContext, id: string): Promise<ServedFile | undefined> {
  const job = await shownJob(context, id);
  if (job && !job.showsSent) throw new FileWithheld('screened');
  const bytes = job && (await readAllowed(context, job.merged.sha256, [job.entryId]));
  if (job && bytes) await noteLooks(context, job.id, [job.entryId]);
  return job && bytes && pdfFile(bytes, job.merged.sha256, 'til-signering.pdf');
}

/** What was put together for an entry and is not sent: for those who may send it. */
async function previewFile(context: RequestContext, id: string): Promise<ServedFile | undefined> {
  const merged = [...context.memory.merged.values()].find((candidate) => candidate.sha256 === id);
  const entryId = merged && context.previews.get(merged.sha256);
  const place = entryId && (await placeOf(context, entryId));
  if (!place) return undefined;
  const user = await context.session.user();
  if (!(await maySomewhere(context, 'dispatch', [place.entry.id]))) throw new FileWithheld('not-allowed');
  if (!seesAllDocuments(user, place.documents, place.entry, place.caseFile))
    throw new FileWithheld('screened');
  return pdfFile(merged.bytes, merged.sha256, 'forhandsvisning.pdf');
}

/** A sealed file shows identity numbers, and is for those only who may see one of an entry that it belongs to. */
async function readAllowed(
  context: RequestContext,
  sha256: Sha256,
  entryIds: readonly EntryId[],
): Promise<Uint8Array | undefined> {
  const { read } = context.archive;
  if ((await read.isFileSealed(sha256)) && !(await maySomewhere(context, 'register', entryIds)))
    throw new FileWithheld('not-allowed');
  try {
    return await read.readFile(sha256);
  } catch (fault) {
    if (fault instanceof VaultLocked) throw new FileWithheld('key-missing');
    throw fault;
  }
}

/** A public variant that is not saved yet: for whoever may save it. */
async function drawnFile(context: RequestContext, id: string): Promise<ServedFile | undefined> {
  const variant = [...context.variants.drawn.values()].find(({ sha256 }) => sha256 === id);
  if (variant && !(await maySomewhere(context, 'register', [variant.entryId])))
    throw new FileWithheld('not-allowed');
  return variant && pdfFile(variant.bytes, variant.sha256, variant.fileName);
}

/** A file with smaller images that is not saved yet: for whoever may save it. */
async function shrunkFile(context: RequestContext, id: string): Promise<ServedFile | undefined> {
  const made = [...context.shrinking.shrunk.values()].find(({ sha256 }) => sha256 === id);
  const original = made && (await context.archive.read.findDocumentObject(made.madeFrom));
  if (!original) return undefined;
  await shownObject(context, original);
  if (!(await maySomewhere(context, 'register', original.entryIds))) throw new FileWithheld('not-allowed');
  return pdfFile(made.bytes, made.sha256, made.fileName);
}

async function maySomewhere(
  { archive, session }: RequestContext,
  act: Act,
  entryIds: readonly EntryId[],
): Promise<boolean> {
  const user = await session.user();
  const all = await Promise.all(entryIds.map((id) => mayOnEntry(archive.read, user, act, id)));
  return all.some(({ ok }) => ok);
}

/** Somebody has read what a screening hides in these entries. */
async function noteLooks(
  context: RequestContext,
  subjectId: string,
  entryIds: readonly EntryId[],
): Promise<void> {
  const user = await context.session.user();
  for (const entryId of entryIds) {
    const place = await placeOf(context, entryId);
    if (!place) continue;
    const { entry, caseFile } = place;
    const seen = { kind: 'document', subjectId, caseId: caseFile.id, entryId } as const;
    await noteLook(context)(user, seen, guardedEntry(entry, caseFile));
  }
}

/** What had been signed of a job when another took its place. */
async function keptFile(context: RequestContext, id: string): Promise<ServedFile | undefined> {
  const job = await shownJob(context, id);
  const signed =
    job && isFollowed(job) ? (await context.archive.read.findAnswerOf(job.id))?.signedPdf : undefined;
  if (!job || !signed) return undefined;
  if (!job.showsReceived) throw new FileWithheld('screened');
  const bytes = await readAllowed(context, signed, [job.entryId]);
  if (bytes) await noteLooks(context, job.id, [job.entryId]);
  return bytes && pdfFile(bytes, signed, 'signert-saa-langt.pdf');
}

/** What the service delivered last for a doubtful job. It is a PDF, or no address would lead here. */
async function receivedFile(context: RequestContext, id: string): Promise<ServedFile | undefined> {
  const job = await shownJob(context, id);
  const last = job && (await context.archive.read.receivedOf(job.id)).at(-1);
  if (!last?.document || last.doubts.includes('unreadable')) return undefined;
  if (!job?.showsReceived) throw new FileWithheld('screened');
  const bytes = await readAllowed(context, last.document, [job.entryId]);
  if (bytes) await noteLooks(context, job.id, [job.entryId]);
  return bytes && pdfFile(bytes, last.document, 'mottatt.pdf');
}
