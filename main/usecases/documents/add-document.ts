import type { Actor } from '../../../domain/access/actor.ts';
import { screeningByTypes } from '../../../domain/access/default-screening.ts';
import type { ChangeRefusal } from '../../../domain/acts/open-entry.ts';
import { type DocumentId, type EntryId, ok, type Result } from '../../../domain/basics.ts';
import { dateOf } from '../../../domain/calendar.ts';
import { fieldChanged } from '../../../domain/change-log.ts';
import type { FileWarning } from '../../../domain/files.ts';
import { tidyTitle } from '../../../domain/title.ts';
import type { AccessReader } from '../../ports/archive/access.ts';
import type { CaseReader } from '../../ports/archive/cases.ts';
import type { LogWriter } from '../../ports/archive/change-log.ts';
import type { DocumentReader, DocumentWriter } from '../../ports/archive/documents.ts';
import type { EntryReader, EntryWriter } from '../../ports/archive/entries.ts';
import type { FileWriter } from '../../ports/archive/files.ts';
import type { JobReader } from '../../ports/archive/jobs.ts';
import type { ArchivePart } from '../../ports/archive-store.ts';
import { logDifferences, screeningDifferences } from '../audit-log.ts';
import { changed } from '../changed-event.ts';
import { openForChange, whoOn } from '../entries/open-for-change.ts';
import type { Needs } from '../needs.ts';
import { type FileRefusal, importFile } from './import-file.ts';

type Touching = {
  readonly archive: ArchivePart<
    AccessReader & CaseReader & DocumentReader & EntryReader & JobReader,
    DocumentWriter & EntryWriter & FileWriter & LogWriter
  >;
};

export type IncomingFile = { readonly bytes: Uint8Array; readonly fileName: string; readonly title?: string };
export type AddedDocument = { readonly documentId: DocumentId; readonly warnings: readonly FileWarning[] };

/** What a clerk adds is a letter until it is signed. */
const type = 'brev';

/**
 * Adds a file to an entry: the main document when there is none, else the next attachment. A main document takes the
 * entry's title, an attachment its file name, unless a title is given.
 */
export const addDocument =
  (needs: Pick<Needs, 'pdf' | 'clock' | 'digest' | 'ids' | 'publish'> & Touching) =>
  async (
    actor: Actor,
    entryId: EntryId,
    file: IncomingFile,
  ): Promise<Result<AddedDocument, ChangeRefusal | FileRefusal>> => {
    const allowed = await openForChange(needs.archive.read, entryId, ['documents'], actor);
    if (!allowed.ok) return allowed;
    const { by } = whoOn(allowed.value, actor, needs.clock.now());
    const taken = await importFile(needs)(file.bytes, file.fileName, 1, by);
    if (!taken.ok) return taken;
    const documentId: DocumentId = needs.ids.newId();
    const at = needs.clock.now();
    const outcome = await needs.archive.change(async (tx): Promise<Result<undefined, ChangeRefusal>> => {
      const open = await openForChange(tx, entryId, ['documents'], actor);
      if (!open.ok) return open;
      const first = (await tx.documentsOf(entryId)).length === 0;
      const named =
        tidyTitle(file.title ?? '') || (first ? open.value.entry.title : titleFromName(file.fileName));
      const before = open.value.entry.screening;
      const { screening, marked } = screeningByTypes(
        await tx.defaultScreenings(),
        [type],
        before,
        dateOf(at),
      );
      for (const { sha256, bytes, keep } of taken.value.files) await tx.putFile(sha256, bytes, at, keep);
      await tx.addDocument(
        entryId,
        {
          id: documentId,
          role: first ? 'H' : 'V',
          title: named,
          type,
          status: 'B',
          isScreened: marked.has(type),
          at,
          by,
        },
        taken.value.objects,
      );
      await tx.changeEntry(entryId, screening === before ? {} : { screening });
      await logDifferences(tx, 'entry', entryId, screeningDifferences(before, screening), { at, by });
      await tx.log({
        subject: 'document',
        subjectId: documentId,
        ...fieldChanged('referanseDokumentfil', '(tom)', file.fileName),
        at,
        by,
      });
      return ok(undefined);
    });
    if (!outcome.ok) return outcome;
    needs.publish(changed(allowed.value.caseFile.id, entryId));
    return ok({ documentId, warnings: taken.value.warnings });
  };

const titleFromName = (fileName: string): string =>
  tidyTitle(fileName.replace(/\.[^.]*$/u, '').replaceAll('_', ' ')) || fileName;
