import type { LogRow } from '../../../domain/change-log.ts';
import { entryStatuses } from '../../../domain/code-lists.ts';
import type { ArchiveReader, ArchiveWriter } from '../../ports/archive-store.ts';
import { toText } from './code-texts.ts';
import type { Archive } from './connection.ts';

export const logQueries = (db: Archive) =>
  ({
    logOf: async (subject, page) => {
      const rows = await db
        .selectFrom('change_log')
        .selectAll()
        .$if('caseId' in subject, (query) =>
          query.where('case_id', '=', 'caseId' in subject ? subject.caseId : ''),
        )
        .$if('entryId' in subject, (query) =>
          query.where('entry_id', '=', 'entryId' in subject ? subject.entryId : ''),
        )
        .orderBy('changed_at', 'desc')
        .orderBy('seq', 'desc')
        .offset(page.offset)
        .limit(page.limit)
        .execute();
      return rows.map((row) => ({
        // A CHECK holds the column to the words of the type.
        subject: row.subject as LogRow['subject'],
        subjectId: row.subject_id,
        field: row.field,
        before: row.value_before,
        after: row.value_after,
        at: row.changed_at,
        by: row.changed_by,
      }));
    },
  }) satisfies Partial<ArchiveReader>;

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
          field: row.field,
          value_before: row.before,
          value_after: row.after,
          changed_at: row.at,
          changed_by: row.by,
        })
        .execute();
    },
  }) satisfies Partial<ArchiveWriter>;

const settled = (['E', 'J', 'A', 'U'] as const).map((status) => toText(entryStatuses, status));

export const balanceQueries = (db: Archive) =>
  ({
    caseBalance: (caseId) =>
      db
        .selectNoFrom((eb) => [
          eb
            .selectFrom('journal_entry')
            .where('case_id', '=', caseId)
            .where('status', 'not in', settled)
            .select((inner) => inner.fn.countAll<number>().as('count'))
            .$asScalar()
            .$notNull()
            .as('unfinishedEntries'),
          eb
            .selectFrom('signing_job')
            .where('case_id', '=', caseId)
            .where('state', 'in', ['queued', 'sending', 'uncertain', 'inProgress'])
            .select((inner) => inner.fn.countAll<number>().as('count'))
            .$asScalar()
            .$notNull()
            .as('runningJobs'),
          eb
            .selectFrom('document_description')
            .where('document_description.status', '=', 'Dokumentet er under redigering')
            .where('document_description.id', 'in', (inner) =>
              inner
                .selectFrom('document_link')
                .innerJoin('journal_entry', 'journal_entry.id', 'document_link.entry_id')
                .where('journal_entry.case_id', '=', caseId)
                // What is expunged need not be finished.
                .where('journal_entry.status', '<>', 'Utgår')
                .select('document_link.document_id'),
            )
            .select((inner) => inner.fn.countAll<number>().as('count'))
            .$asScalar()
            .$notNull()
            .as('unfinishedDocuments'),
        ])
        .executeTakeFirstOrThrow(),
  }) satisfies Partial<ArchiveReader>;
