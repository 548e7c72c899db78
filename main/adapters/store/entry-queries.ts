import { sql } from 'kysely';
import type { CaseId, EntryId } from '../../../domain/basics.ts';
import { entryStatuses } from '../../../domain/code-lists.ts';
import type { JournalEntry } from '../../../domain/journal-entry.ts';
import type { EntryReader } from '../../ports/archive/entries.ts';
import { toText } from './code-texts.ts';
import type { Archive } from './connection.ts';
import { entryPage } from './entry-lists.ts';
import { selectEntries, toEntry } from './entry-rows.ts';
import { searchPatterns } from './search-words.ts';
import { entryFindableBy } from './sight-condition.ts';

export const entryQueries = (db: Archive) =>
  ({
    findEntry: async (id) => {
      const row = await standing(db).where('journal_entry.id', '=', id).executeTakeFirst();
      return row && toEntry(row);
    },
    findEntryByNumber: async (number) => {
      const [, sequence, year] = /^(\d{1,9})\/(\d{4})$/.exec(number) ?? [];
      const matching =
        sequence === undefined
          ? standing(db).where('record_number', '=', number)
          : standing(db)
              .where('journal_sequence', '=', Number(sequence))
              .where('journal_year', '=', Number(year));
      const row = await matching.executeTakeFirst();
      return row && toEntry(row);
    },
    entriesOf: (caseId, page) => entryPage(db, entriesIn(db, caseId), newestFirst, page),
    findEntriesOf: (caseId, actor, page) => {
      let matching = entriesIn(db, caseId);
      for (const pattern of searchPatterns(page.text))
        matching = matching.where(entryFindableBy(actor, pattern));
      return entryPage(db, matching, newestFirst, page);
    },
    unscreenedEntriesOf: async (caseId) => {
      const rows = await db
        .selectFrom('journal_entry')
        .select('id')
        .where('case_id', '=', caseId)
        .where('screening_code', 'is', null)
        .where('status', '<>', toText(entryStatuses, 'U'))
        .where('binned_at', 'is', null)
        .orderBy('entry_number')
        .execute();
      return rows.map((row) => row.id);
    },
  }) satisfies EntryReader;

const newestFirst = sql`journal_entry.entry_number DESC`;
const notBinned = sql<boolean>`journal_entry.binned_at IS NULL`;
const standing = (db: Archive) => selectEntries(db).where(notBinned);
const entriesIn = (db: Archive, caseId: CaseId) =>
  db.selectFrom('journal_entry').where('journal_entry.case_id', '=', caseId).where(notBinned);

/** The entry as it stands; throws when there is none. */
export async function loadEntry(db: Archive, id: EntryId): Promise<JournalEntry> {
  return toEntry(await selectEntries(db).where('journal_entry.id', '=', id).executeTakeFirstOrThrow());
}
