import type { Actor } from '../../../domain/access/actor.ts';
import type { ChangeRefusal } from '../../../domain/acts/open-entry.ts';
import { type DocumentId, type EntryId, ok, type Result, refuse } from '../../../domain/basics.ts';
import { currentObject, nextVersion } from '../../../domain/documents.ts';
import type { CaseReader } from '../../ports/archive/cases.ts';
import type { LogWriter } from '../../ports/archive/change-log.ts';
import type { DocumentReader, DocumentWriter } from '../../ports/archive/documents.ts';
import type { EntryReader, EntryWriter } from '../../ports/archive/entries.ts';
import type { FileWriter } from '../../ports/archive/files.ts';
import type { JobReader } from '../../ports/archive/jobs.ts';
import type { ArchivePart } from '../../ports/archive-store.ts';
import { logDifferences } from '../audit-log.ts';
import { changed } from '../changed-event.ts';
import { openForChange, whoOn } from '../entries/open-for-change.ts';
import type { Needs } from '../needs.ts';
import type { AddedDocument, IncomingFile } from './add-document.ts';
import { type FileRefusal, importFile } from './import-file.ts';

type Touching = {
  readonly archive: ArchivePart<
    CaseReader & DocumentReader & EntryReader & JobReader,
    DocumentWriter & EntryWriter & FileWriter & LogWriter
  >;
};

/** Gives a document a new version; the earlier ones are kept. */
export const replaceDocument =
  (needs: Pick<Needs, 'pdf' | 'clock' | 'digest' | 'ids' | 'publish'> & Touching) =>
  async (
    actor: Actor,
    entryId: EntryId,
    documentId: DocumentId,
    file: IncomingFile,
  ): Promise<Result<AddedDocument, ChangeRefusal | FileRefusal>> => {
    const allowed = await openForChange(needs.archive.read, entryId, ['documents'], actor);
    if (!allowed.ok) return allowed;
    const before = (await needs.archive.read.documentsOf(entryId)).find(
      (document) => document.id === documentId,
    );
    if (!before) return refuse('not-found');
    const who = whoOn(allowed.value, actor, needs.clock.now());
    const taken = await importFile(needs)(file.bytes, file.fileName, 1, who.by);
    if (!taken.ok) return taken;
    const outcome = await needs.archive.change(async (tx): Promise<Result<undefined, ChangeRefusal>> => {
      const open = await openForChange(tx, entryId, ['documents'], actor);
      if (!open.ok) return open;
      const now = (await tx.documentsOf(entryId)).find((document) => document.id === documentId);
      if (!now) return refuse('not-found');
      const version = nextVersion(now, 'original');
      for (const { sha256, bytes, keep } of taken.value.files) await tx.putFile(sha256, bytes, who.at, keep);
      for (const object of taken.value.objects)
        await tx.addDocumentObject(documentId, { ...object, version });
      await tx.changeEntry(entryId, {});
      const names = { referanseDokumentfil: [currentObject(now)?.fileName, file.fileName] } as const;
      await logDifferences(
        tx,
        'document',
        documentId,
        { ...names, versjonsnummer: [version - 1, version] },
        who,
      );
      return ok(undefined);
    });
    if (!outcome.ok) return outcome;
    needs.publish(changed(allowed.value.caseFile.id, entryId));
    return ok({ documentId, warnings: taken.value.warnings });
  };
