import type { OpenEntry } from '../../../domain/acts/open-entry.ts';
import type { EntryId, Instant } from '../../../domain/basics.ts';
import { dateOf } from '../../../domain/calendar.ts';
import { fieldChanged } from '../../../domain/change-log.ts';
import type { EntryStatus } from '../../../domain/code-lists.ts';
import { currentObject, type EntryDocument, publicVariant } from '../../../domain/documents.ts';
import type { JournalEntry } from '../../../domain/journal-entry.ts';
import type { LogWriter } from '../../ports/archive/change-log.ts';
import type { DocumentReader, DocumentWriter } from '../../ports/archive/documents.ts';
import type { EntryWriter } from '../../ports/archive/entries.ts';
import { logDifferences, screeningDifferences } from '../audit-log.ts';
import type { Needs } from '../needs.ts';

type Who = { readonly at: Instant; readonly by: string };
type Copy = { readonly id: EntryId; readonly status: EntryStatus; readonly who: Who };

/** A new entry in the same case with the same titles, screening and stored files; its parties are the caller's to set. */
export async function copyEntry(
  needs: Pick<Needs, 'ids'>,
  tx: DocumentReader & DocumentWriter & EntryWriter & LogWriter,
  { entry, caseFile }: OpenEntry,
  { id, status, who }: Copy,
): Promise<JournalEntry> {
  const added = await tx.addEntry({
    id,
    caseId: caseFile.id,
    type: entry.type,
    status,
    title: entry.title,
    publicTitle: entry.publicTitle,
    nonSensitiveTitle: entry.nonSensitiveTitle,
    journalDate: dateOf(who.at),
    documentDate: entry.documentDate,
    dueOn: entry.dueOn,
    caseworker: entry.caseworker,
    adminUnit: entry.adminUnit,
    screening: entry.screening,
    createdAt: who.at,
    createdBy: who.by,
  });
  const told = fieldChanged('journalstatus', '(tom)', added.status);
  await tx.log({ subject: 'entry', subjectId: id, ...told, ...who });
  await logDifferences(tx, 'entry', id, screeningDifferences(undefined, entry.screening), who);
  for (const document of await tx.documentsOf(entry.id)) await copyDocument(needs, tx, id, document, who);
  return added;
}

/** The same stored file under the new entry, and the public variant that was made of it. */
async function copyDocument(
  { ids }: Pick<Needs, 'ids'>,
  tx: DocumentWriter,
  entryId: EntryId,
  document: EntryDocument,
  { at, by }: Who,
): Promise<void> {
  const current = currentObject(document);
  if (!current) return;
  const id = ids.newId<'document-object'>();
  const variant = publicVariant(document);
  await tx.addDocument(
    entryId,
    {
      id: ids.newId(),
      role: document.role,
      title: document.title,
      type: document.type,
      status: document.status,
      isScreened: document.isScreened,
      at,
      by,
    },
    [
      { ...current, id },
      ...(variant && !variant.outdated
        ? [{ ...variant.object, id: ids.newId<'document-object'>(), madeFrom: id }]
        : []),
    ],
  );
}
