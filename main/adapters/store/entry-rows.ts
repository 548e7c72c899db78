import type { Selectable } from 'kysely';
import { clearanceWays, entryStatuses, entryTypes } from '../../../domain/code-lists.ts';
import type { Clearance, JournalEntry } from '../../../domain/journal-entry.ts';
import { present } from './absent-values.ts';
import { toCode } from './code-texts.ts';
import type { Archive } from './connection.ts';
import { toScreening } from './screening-rows.ts';
import { storedId } from './stored-id.ts';
import type { ArchiveTables } from './tables.ts';

type EntryColumns = Selectable<ArchiveTables['journal_entry']> & {
  readonly way: string | null;
  readonly cleared_on: string | null;
  readonly cleared_by: string | null;
  readonly by_entry: string | null;
};

/** Entries with their clearance: the columns {@link toEntry} reads. */
export const selectEntries = (db: Archive) =>
  db
    .selectFrom('journal_entry')
    .leftJoin('clearance', 'clearance.entry_id', 'journal_entry.id')
    .selectAll('journal_entry')
    .select(['clearance.way', 'clearance.cleared_on', 'clearance.cleared_by', 'clearance.by_entry']);

export const toEntry = (row: EntryColumns): JournalEntry => ({
  id: storedId(row.id),
  caseId: storedId(row.case_id),
  journalYear: row.journal_year,
  journalSequence: row.journal_sequence,
  entryNumber: row.entry_number,
  recordNumber: row.record_number,
  type: toCode(entryTypes, row.type),
  status: toCode(entryStatuses, row.status),
  title: row.title,
  ...present('publicTitle', row.public_title),
  ...present('nonSensitiveTitle', row.non_sensitive_title),
  journalDate: row.journal_date,
  ...present('documentDate', row.document_date),
  ...present('receivedAt', row.received_at),
  ...present('sentAt', row.sent_at),
  ...present('dueOn', row.due_on),
  caseworker: storedId(row.caseworker),
  adminUnit: row.admin_unit,
  ...toScreening(row),
  ...present('clearance', toClearance(row)),
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
        ...present('byEntry', row.by_entry === null ? undefined : storedId<'entry'>(row.by_entry)),
      };
