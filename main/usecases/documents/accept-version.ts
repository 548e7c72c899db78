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
import { pronom } from '../../../domain/code-lists.ts';
import { currentObject, nextVersion } from '../../../domain/documents.ts';
import type { CaseReader } from '../../ports/archive/cases.ts';
import type { LogWriter } from '../../ports/archive/change-log.ts';
import type { DocumentReader, DocumentWriter } from '../../ports/archive/documents.ts';
import type { EntryReader, EntryWriter } from '../../ports/archive/entries.ts';
import type { FileReader, FileWriter } from '../../ports/archive/files.ts';
import type { JobReader } from '../../ports/archive/jobs.ts';
import type { ArchivePart } from '../../ports/archive-store.ts';
import { changed } from '../changed-event.ts';
import { openForChange, whoOn } from '../entries/open-for-change.ts';
import type { Needs } from '../needs.ts';
import type { ShrinkMemory } from './shrink-document.ts';

type Touching = {
  readonly archive: ArchivePart<
    CaseReader & DocumentReader & EntryReader & FileReader & JobReader,
    DocumentWriter & EntryWriter & FileWriter & LogWriter
  >;
};

/**
 * Saves a file with smaller images as the document's new version, as it was shown; the one before is kept. `seen` is the
 * digest of what was shown.
 */
export const acceptShrunk =
  (
    needs: Pick<Needs, 'pdf' | 'clock' | 'ids' | 'publish'> & Touching & { readonly shrinking: ShrinkMemory },
  ) =>
  async (
    actor: Actor,
    entryId: EntryId,
    documentId: DocumentId,
    seen: Sha256,
  ): Promise<Result<undefined, ChangeRefusal | 'variant-not-drawn'>> => {
    const { archive, pdf, shrinking } = needs;
    const allowed = await openForChange(archive.read, entryId, ['documents'], actor);
    if (!allowed.ok) return allowed;
    const made = shrinking.shrunk.get(seen);
    if (made?.documentId !== documentId) return refuse('variant-not-drawn');
    const { pdfa, kind, pdfVersion, pages } = await pdf.inspect(made.bytes, made.fileName);
    const who = whoOn(allowed.value, actor, needs.clock.now());
    const outcome = await archive.change(
      async (tx): Promise<Result<undefined, ChangeRefusal | 'variant-not-drawn'>> => {
        const open = await openForChange(tx, entryId, ['documents'], actor);
        if (!open.ok) return open;
        const document = (await tx.documentsOf(entryId)).find(({ id }) => id === documentId);
        const before = document && currentObject(document);
        if (!document || !before) return refuse('not-found');
        if (before.id !== made.madeFrom)
          return refuse('changed-meanwhile', { entry: open.value.entry.recordNumber });
        const version = nextVersion(document, 'original');
        // It shows what the one before shows.
        const keep = (await tx.isFileSealed(before.sha256)) ? ('sealed' as const) : undefined;
        await tx.putFile(made.sha256, made.bytes, who.at, keep);
        await tx.addDocumentObject(documentId, {
          id: needs.ids.newId(),
          version,
          variant: 'A',
          format: pdfa ? pronom[pdfa] : pronom[kind],
          formatDetails: pdfVersion && `PDF ${pdfVersion}`,
          fileName: made.fileName,
          mime: 'application/pdf',
          sha256: made.sha256,
          size: made.bytes.byteLength,
          pages,
          createdAt: who.at,
          createdBy: who.by,
        });
        await tx.changeEntry(entryId, {});
        await tx.log({
          subject: 'document',
          subjectId: documentId,
          code: 'images-made-smaller',
          facts: {
            version: String(version),
            images: String(made.images),
            before: String(before.size),
            after: String(made.bytes.byteLength),
          },
          ...who,
        });
        return ok(undefined);
      },
    );
    if (!outcome.ok) return outcome;
    shrinking.shrunk.delete(seen);
    needs.publish(changed(allowed.value.caseFile.id, entryId));
    return ok(undefined);
  };

/** Makes an earlier version of a document the one that counts again: as its newest, since versions are only added. */
export const chooseVersion =
  (needs: Pick<Needs, 'clock' | 'ids' | 'publish'> & Touching) =>
  async (
    actor: Actor,
    entryId: EntryId,
    documentId: DocumentId,
    objectId: DocumentObjectId,
  ): Promise<Result<undefined, ChangeRefusal>> => {
    const { archive, clock, ids, publish } = needs;
    const outcome = await archive.change(async (tx): Promise<Result<undefined, ChangeRefusal>> => {
      const open = await openForChange(tx, entryId, ['documents'], actor);
      if (!open.ok) return open;
      const document = (await tx.documentsOf(entryId)).find(({ id }) => id === documentId);
      const earlier = document?.objects.find(({ id, variant }) => id === objectId && variant === 'A');
      if (!document || !earlier) return refuse('not-found');
      if (currentObject(document)?.id === objectId) return ok(undefined);
      const who = whoOn(open.value, actor, clock.now());
      const version = nextVersion(document, 'original');
      await tx.addDocumentObject(documentId, {
        ...earlier,
        id: ids.newId(),
        version,
        createdAt: who.at,
        createdBy: who.by,
      });
      await tx.changeEntry(entryId, {});
      const facts = { version: String(version), earlier: String(earlier.version) };
      await tx.log({ subject: 'document', subjectId: documentId, code: 'version-chosen', facts, ...who });
      return ok(undefined);
    });
    if (!outcome.ok) return outcome;
    const entry = await archive.read.findEntry(entryId);
    if (entry) publish(changed(entry.caseId, entryId));
    return ok(undefined);
  };
