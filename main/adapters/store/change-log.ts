import type { Selectable } from 'kysely';
import { fieldChanged, type LogEvent, type LogRow, readLogEvent } from '../../../domain/change-log.ts';
import type { LogReader, LogWriter } from '../../ports/archive/change-log.ts';
import type { Archive } from './connection.ts';
import type { ArchiveTables } from './tables.ts';

export const logQueries = (db: Archive) =>
  ({
    logOf: async (subject, page) => {
      const rows = await db
        .selectFrom('change_log')
        .leftJoin('journal_entry', 'journal_entry.id', 'change_log.entry_id')
        .selectAll('change_log')
        .select('record_number')
        .where((eb) =>
          'caseId' in subject
            ? eb('change_log.case_id', '=', subject.caseId)
            : eb('change_log.entry_id', '=', subject.entryId),
        )
        .orderBy('changed_at', 'desc')
        .orderBy('seq', 'desc')
        .offset(page.offset)
        .limit(page.limit)
        .execute();
      return rows.map((row) => ({
        ...toLogRow(row),
        recordNumber: ('caseId' in subject && row.record_number) || undefined,
        ...(row.entry_id !== null && { entryId: row.entry_id }),
      }));
    },
  }) satisfies LogReader;

export const logChanges = (db: Archive) =>
  ({
    log: async (row) => {
      const unit = await db
        .selectFrom('archive_unit')
        .select(['case_id', 'entry_id'])
        .where('id', '=', row.subjectId)
        .executeTakeFirst();
      if (!unit && row.subject !== 'policy' && row.subject !== 'user')
        throw new Error(`the log speaks of a ${row.subject} that never was: ${row.subjectId}`);
      await db
        .insertInto('change_log')
        .values({
          subject: row.subject,
          subject_id: row.subjectId,
          case_id: unit?.case_id ?? null,
          entry_id: unit?.entry_id ?? null,
          code: row.code,
          facts: JSON.stringify(row.facts),
          changed_at: row.at,
          changed_by: row.by,
        })
        .execute();
    },
  }) satisfies LogWriter;

export const toLogRow = (row: Selectable<ArchiveTables['change_log']>): LogRow => ({
  subject: row.subject,
  subjectId: row.subject_id,
  ...toLogEvent(row.code, row.facts),
  at: row.changed_at,
  by: row.changed_by,
});

/** What a newer version wrote, and this one does not know, is shown as it stands. */
const toLogEvent = (code: string, facts: string): LogEvent =>
  readLogEvent(code, JSON.parse(facts)) ?? fieldChanged(code, '(tom)', facts);
