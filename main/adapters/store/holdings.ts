import { caseStatuses, entryStatuses } from '../../../domain/code-lists.ts';
import type { HoldingsReader } from '../../ports/archive/holdings.ts';
import { toText } from './code-texts.ts';
import type { Archive } from './connection.ts';

export const holdingQueries = (db: Archive) =>
  ({
    holdingsOf: async (userId) => {
      const closed = [toText(caseStatuses, 'A'), toText(caseStatuses, 'U')];
      const ended = [toText(entryStatuses, 'A'), toText(entryStatuses, 'U')];
      const cases = await db
        .selectFrom('case_file')
        .select('id')
        .where('case_owner', '=', userId)
        .where('status', 'not in', closed)
        .orderBy('id')
        .execute();
      const entries = await db
        .selectFrom('journal_entry')
        .innerJoin('case_file', 'case_file.id', 'journal_entry.case_id')
        .select('journal_entry.id')
        .where('journal_entry.caseworker', '=', userId)
        .where('journal_entry.status', 'not in', ended)
        .where('journal_entry.binned_at', 'is', null)
        .where('case_file.status', 'not in', closed)
        .orderBy('journal_entry.id')
        .execute();
      return { cases: cases.map(({ id }) => id), entries: entries.map(({ id }) => id) };
    },
  }) satisfies HoldingsReader;
