import type { Selectable } from 'kysely';
import type { CalendarDate, EntryId } from '../../../domain/basics.ts';
import { clearanceWays, entryStatuses, entryTypes } from '../../../domain/code-lists.ts';
import type { Clearance, JournalEntry } from '../../../domain/journal-entry.ts';
import { toCode } from './code-texts.ts';
import type { Archive } from './connection.ts';
import { toScreening } from './screening-rows.ts';
import type { ArchiveTables } from './tables.ts';

export type EntryColumns = Selectable<ArchiveTables['journal_entry']> & {
  readonly way: string | null;
  readonly cleared_on: CalendarDate | null;
  readonly cleared_by: string | null;
  readonly by_entry: EntryId | null;
};

/** Entries with their clearance: the columns {@link toEntry} reads. */
export const selectEntries = (db: Archive) =>
  db
    .selectFrom('journal_entry')
    .leftJoin('clearance', 'clearance.entry_id', 'journal_entry.id')
    .selectAll('journal_entry')
    .select(['clearance.way', 'clearance.cleared_on', 'clearance.cleared_by', 'clearance.by_entry']);

export const toEntry = (row: EntryColumns): JournalEntry => ({
  id: row.id,
  caseId: row.case_id,
  journalYear: row.journal_year,
  journalSequence: row.journal_sequence,
  entryNumber: row.entry_number,
  recordNumber: row.record_number,
  type: toCode(entryTypes, row.type),
  status: toCode(entryStatuses, row.status),
  title: row.title,
  publicTitle: row.public_title ?? undefined,
  nonSensitiveTitle: row.non_sensitive_title ?? undefined,
  journalDate: row.journal_date,
  documentDate: row.document_date ?? undefined,
  receivedAt: row.received_at ?? undefined,
  sentAt: row.sent_at ?? undefined,
  dueOn: row.due_on ?? undefined,
  caseworker: row.caseworker,
  adminUnit: row.admin_unit,
  ...toScreening(row),
  clearance: toClearance(row),
  everFinal: row.ever_final === 1,
  revision: row.revision,
  createdAt: row.created_at,
  createdBy: row.created_by,
});

const toClearance = (row: EntryColumns): Clearance | undefined =>
  row.way === null || row.cleared_on === null || row.cleared_by === null
    ? undefined
    : {
        way: toCode(clearanceWays, row.way),
        on: row.cleared_on,
        by: row.cleared_by,
        byEntry: row.by_entry ?? undefined,
      };
