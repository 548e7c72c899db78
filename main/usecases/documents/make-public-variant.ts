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
import type { EntryReader } from '../../ports/archive/entries.ts';
import type { FileWriter } from '../../ports/archive/files.ts';
import type { JobReader } from '../../ports/archive/jobs.ts';
import type { ArchivePart } from '../../ports/archive-store.ts';
import { changed } from '../changed-event.ts';
import { openForChange, whoOn } from '../entries/open-for-change.ts';
import type { Needs } from '../needs.ts';
import type { VariantMemory } from './variant-memory.ts';

type Touching = {
  readonly archive: ArchivePart<
    CaseReader & DocumentReader & EntryReader & JobReader,
    DocumentWriter & FileWriter & LogWriter
  >;
  readonly variants: VariantMemory;
};

type MakeRefusal = ChangeRefusal | 'variant-not-drawn';

/**
 * Saves a public variant as it was shown, beside the original, which stays as it is. `seen` is the digest of what was
 * shown; where the document has a newer file by now, the marks may not fit it and nothing is saved.
 */
export const makePublicVariant =
  (needs: Pick<Needs, 'pdf' | 'clock' | 'ids' | 'publish'> & Touching) =>
  async (
    actor: Actor,
    entryId: EntryId,
    documentId: DocumentId,
    seen: Sha256,
  ): Promise<Result<{ readonly objectId: DocumentObjectId }, MakeRefusal>> => {
    const { archive, pdf, variants } = needs;
    const allowed = await openForChange(archive.read, entryId, ['screening'], actor);
    if (!allowed.ok) return allowed;
    const variant = variants.drawn.get(seen);
    if (!variant || variant.entryId !== entryId || variant.documentId !== documentId)
      return refuse('variant-not-drawn');
    const [{ pdfa, kind, pdfVersion }, numbers] = await Promise.all([
      pdf.inspect(variant.bytes, 'variant.pdf'),
      pdf.lookForNumbers(variant.bytes),
    ]);
    const who = whoOn(allowed.value, actor, needs.clock.now());
    const objectId: DocumentObjectId = needs.ids.newId();
    const outcome = await archive.change(async (tx): Promise<Result<undefined, MakeRefusal>> => {
      const open = await openForChange(tx, entryId, ['screening'], actor);
      if (!open.ok) return open;
      const document = (await tx.documentsOf(entryId)).find(({ id }) => id === documentId);
      const original = document && currentObject(document);
      if (!document || !original) return refuse('not-found');
      if (original.id !== variant.madeFrom)
        return refuse('changed-meanwhile', { entry: open.value.entry.recordNumber });
      await tx.putFile(variant.sha256, variant.bytes, who.at, numbers === 'none' ? undefined : 'sealed');
      await tx.addDocumentObject(documentId, {
        id: objectId,
        version: nextVersion(document, 'public'),
        variant: 'O',
        format: pdfa ? pronom[pdfa] : pronom[kind],
        formatDetails: pdfVersion && `PDF ${pdfVersion}`,
        fileName: variant.fileName,
        mime: 'application/pdf',
        sha256: variant.sha256,
        size: variant.bytes.byteLength,
        pages: variant.pages,
        madeFrom: variant.madeFrom,
        createdAt: who.at,
        createdBy: who.by,
      });
      await tx.log({
        subject: 'document',
        subjectId: documentId,
        code: 'public-variant-made',
        facts: { version: String(original.version), marks: String(variant.marks) },
        ...who,
      });
      return ok(undefined);
    });
    if (!outcome.ok) return outcome;
    variants.drawn.delete(seen);
    needs.publish(changed(allowed.value.caseFile.id, entryId));
    return ok({ objectId });
  };
