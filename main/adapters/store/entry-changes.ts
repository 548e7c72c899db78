import { sql } from 'kysely';
import type { EntryId } from '../../../domain/basics.ts';
import { clearanceWays, type EntryStatus, entryStatuses, entryTypes } from '../../../domain/code-lists.ts';
import { type Clearance, recordNumber } from '../../../domain/journal-entry.ts';
import type { EntryChange, EntryWriter } from '../../ports/archive/entries.ts';
import { changedColumns, orNull, toFlag } from './absent-values.ts';
import { toText } from './code-texts.ts';
import type { Archive } from './connection.ts';
import { dropDocument } from './document-changes.ts';
import { loadEntry } from './entry-queries.ts';
import { dropUnusedFiles } from './files.ts';
import { nextNumber, yearOf } from './numbering.ts';
import { screeningColumns } from './screening-rows.ts';
import { forgetWords, indexEntry } from './search-text.ts';

const isFinal = (status: EntryStatus): boolean => ['E', 'J', 'A', 'U'].includes(status);

export const entryChanges = (db: Archive) =>
  ({
    addEntry: async (entry) => {
      const { case_number } = await db
        .selectFrom('case_file')
        .select('case_number')
        .where('id', '=', entry.caseId)
        .executeTakeFirstOrThrow();
      const year = yearOf(entry.journalDate);
      const number = await nextNumber(db, 'entry', entry.caseId);
      await db
        .insertInto('journal_entry')
        .values({
          id: entry.id,
          case_id: entry.caseId,
          journal_year: year,
          journal_sequence: await nextNumber(db, 'journal', String(year)),
          entry_number: number,
          record_number: recordNumber(case_number, number),
          type: toText(entryTypes, entry.type),
          status: toText(entryStatuses, entry.status),
          title: entry.title,
          public_title: orNull(entry.publicTitle),
          non_sensitive_title: orNull(entry.nonSensitiveTitle),
          journal_date: entry.journalDate,
          document_date: orNull(entry.documentDate),
          received_at: orNull(entry.receivedAt),
          sent_at: orNull(entry.sentAt),
          due_on: orNull(entry.dueOn),
          caseworker: entry.caseworker,
          admin_unit: entry.adminUnit,
          ...screeningColumns(entry.screening),
          ever_final: toFlag(isFinal(entry.status)),
          created_at: entry.createdAt,
          created_by: entry.createdBy,
        })
        .execute();
      if (entry.clearance) await setClearance(db, entry.id, entry.clearance);
      await indexEntry(db, entry.id);
      return loadEntry(db, entry.id);
    },
    changeEntry: async (id, change) => {
      await db
        .updateTable('journal_entry')
        .set({ ...entryColumns(change), revision: sql`revision + 1` })
        .where('id', '=', id)
        .execute();
      if ('clearance' in change) await setClearance(db, id, change.clearance);
      const entry = await loadEntry(db, id);
      if ('title' in change || 'publicTitle' in change || 'screening' in change) await indexEntry(db, id);
      return entry;
    },
    deleteEntry: async (id) => {
      const documents = await db
        .selectFrom('document_link')
        .select('document_id')
        .where('entry_id', '=', id)
        .execute();
      const merged = await db
        .selectFrom('signing_job')
        .select('merged_sha256')
        .where('entry_id', '=', id)
        .execute();
      // Jobs the service never took go along; any other job stops the deletion by itself.
      await db.deleteFrom('signing_job').where('entry_id', '=', id).execute();
      for (const { document_id } of documents) await dropDocument(db, id, document_id);
      const gone = await db.deleteFrom('journal_entry').where('id', '=', id).executeTakeFirst();
      if (gone.numDeletedRows !== 1n) throw new Error(`no such entry: ${id}`);
      await forgetWords(db, id);
      await dropUnusedFiles(
        db,
        merged.map((row) => row.merged_sha256),
      );
    },
  }) satisfies EntryWriter;

const entryColumns = (change: EntryChange) => ({
  ...changedColumns(change, {
    title: 'title',
    publicTitle: 'public_title',
    nonSensitiveTitle: 'non_sensitive_title',
    journalDate: 'journal_date',
    documentDate: 'document_date',
    receivedAt: 'received_at',
    sentAt: 'sent_at',
    dueOn: 'due_on',
    caseworker: 'caseworker',
    adminUnit: 'admin_unit',
  }),
  ...(change.type === undefined ? {} : { type: toText(entryTypes, change.type) }),
  ...(change.status === undefined ? {} : { status: toText(entryStatuses, change.status) }),
  ...(change.status !== undefined && isFinal(change.status) ? { ever_final: 1 } : {}),
  ...('screening' in change ? screeningColumns(change.screening) : {}),
});

async function setClearance(db: Archive, entryId: EntryId, clearance: Clearance | undefined): Promise<void> {
  await db.deleteFrom('clearance').where('entry_id', '=', entryId).execute();
  if (!clearance) return;
  await db
    .insertInto('clearance')
    .values({
      entry_id: entryId,
      way: toText(clearanceWays, clearance.way),
      cleared_on: clearance.on,
      cleared_by: clearance.by,
      by_entry: orNull(clearance.byEntry),
    })
    .execute();
}
