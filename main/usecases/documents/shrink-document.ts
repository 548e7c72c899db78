import type { Actor } from '../../../domain/access/actor.ts';
import type { ChangeRefusal } from '../../../domain/acts/open-entry.ts';
import {
  type DocumentId,
  type DocumentObjectId,
  type EntryId,
  ok,
  type Result,
  refuse,
  type Sha256,
} from '../../../domain/basics.ts';
import { currentObject, type DocumentObject } from '../../../domain/documents.ts';
import type { CaseReader } from '../../ports/archive/cases.ts';
import type { DocumentReader } from '../../ports/archive/documents.ts';
import type { EntryReader } from '../../ports/archive/entries.ts';
import type { FileReader } from '../../ports/archive/files.ts';
import type { JobReader } from '../../ports/archive/jobs.ts';
import type { ArchivePart } from '../../ports/archive-store.ts';
import { ShrinkFailed, type Shrunk } from '../../ports/image-shrinking.ts';
import { openForChange } from '../entries/open-for-change.ts';
import type { Needs } from '../needs.ts';
import type { FileRefusal } from './import-file.ts';
import { type Progress, progressKey } from './variant-memory.ts';

/** A file whose images have been made smaller and that has been shown, and is not saved yet. */
export type ShrunkDocument = Shrunk & {
  readonly sha256: Sha256;
  readonly fileName: string;
  readonly documentId: DocumentId;
  readonly madeFrom: DocumentObjectId;
  readonly before: { readonly sha256: Sha256; readonly bytes: number };
};
export type ShrinkMemory = {
  readonly shrunk: Map<Sha256, ShrunkDocument>;
  readonly progress: Map<string, Progress>;
  /** Work that whoever began it does not want any longer. */
  readonly cancelled: Set<string>;
};
export const newShrinkMemory = (): ShrinkMemory => ({
  shrunk: new Map(),
  progress: new Map(),
  cancelled: new Set(),
});
/** They are large, and whoever looks at one looks at no other. */
const kept = 3;

export type ShrinkRefusal =
  | ChangeRefusal
  | FileRefusal
  | 'file-missing'
  | 'archive-format-missing'
  | 'images-signed'
  | 'images-no-smaller';

type Touching = {
  readonly archive: ArchivePart<CaseReader & DocumentReader & EntryReader & FileReader & JobReader>;
  readonly shrinking: ShrinkMemory;
};

/**
 * Makes the images of a document smaller for whoever asks to look at, and keeps the very bytes for saving. Nothing is
 * stored. A signed document is refused: any change breaks its signature.
 */
export const shrinkDocument =
  (needs: Pick<Needs, 'pdf' | 'digest'> & Touching) =>
  async (
    actor: Actor,
    entryId: EntryId,
    documentId: DocumentId,
    dotsPerInch: number,
  ): Promise<Result<ShrunkDocument, ShrinkRefusal>> => {
    const { archive, pdf, digest, shrinking } = needs;
    const allowed = await openForChange(archive.read, entryId, [], actor);
    if (!allowed.ok) return allowed;
    const found = await readCurrent(needs, entryId, documentId);
    if (!found.ok) return found;
    const { object, bytes } = found.value;
    const key = progressKey(actor.id, documentId);
    shrinking.cancelled.delete(key);
    try {
      const shrunk = await pdf.shrinkImages(bytes, dotsPerInch, {
        onProgress: (done, pages) => shrinking.progress.set(key, { done, pages }),
        isCancelled: () => shrinking.cancelled.has(key),
      });
      if (!shrunk) return refuse('images-no-smaller', { file: object.fileName });
      const made: ShrunkDocument = {
        ...shrunk,
        sha256: await digest.sha256(shrunk.bytes),
        fileName: object.fileName,
        documentId,
        madeFrom: object.id,
        before: { sha256: object.sha256, bytes: bytes.byteLength },
      };
      remember(shrinking, made);
      return ok(made);
    } catch (fault) {
      if (fault instanceof ShrinkFailed) return refuse('file-too-heavy', { file: object.fileName });
      throw fault;
    } finally {
      shrinking.progress.delete(key);
    }
  };

async function readCurrent(
  { archive, pdf }: Pick<Needs, 'pdf'> & Touching,
  entryId: EntryId,
  documentId: DocumentId,
): Promise<Result<{ readonly object: DocumentObject; readonly bytes: Uint8Array }, ShrinkRefusal>> {
  const document = (await archive.read.documentsOf(entryId)).find(({ id }) => id === documentId);
  if (!document) return refuse('not-found');
  const object = currentObject(document);
  if (object?.mime !== 'application/pdf') return refuse('archive-format-missing');
  const file = object.fileName;
  const bytes = await archive.read.readFile(object.sha256);
  if (!bytes) return refuse('file-missing', { file });
  const { fault, warnings } = await pdf.inspect(bytes, file);
  if (fault && fault !== 'name-mismatch') return refuse(`file-${fault}`, { file });
  if (object.signature !== undefined || warnings.includes('signed')) return refuse('images-signed', { file });
  return ok({ object, bytes });
}

function remember({ shrunk }: ShrinkMemory, made: ShrunkDocument): void {
  shrunk.delete(made.sha256);
  shrunk.set(made.sha256, made);
  for (const oldest of shrunk.keys()) {
    if (shrunk.size <= kept) return;
    shrunk.delete(oldest);
  }
}
