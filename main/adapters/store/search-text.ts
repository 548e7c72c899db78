import type { CaseId, EntryId } from '../../../domain/basics.ts';
import type { Archive } from './connection.ts';
import { indexedWords } from './search-words.ts';

/** Writes anew what a case is found by. */
export async function indexCase(db: Archive, caseId: CaseId): Promise<void> {
  const file = await db
    .selectFrom('case_file')
    .select(['case_number', 'title', 'public_title'])
    .where('id', '=', caseId)
    .executeTakeFirstOrThrow();
  await writeWords(db, {
    unit_id: caseId,
    case_id: caseId,
    is_entry: 0,
    words: indexedWords([file.case_number, file.title, file.public_title ?? '']),
  });
}

/** Writes anew what an entry, and by it its case, is found by: titles, parties, record number and running number. */
export async function indexEntry(db: Archive, entryId: EntryId): Promise<void> {
  const entry = await db
    .selectFrom('journal_entry')
    .select(['case_id', 'record_number', 'journal_year', 'journal_sequence', 'title', 'public_title'])
    .where('id', '=', entryId)
    .executeTakeFirstOrThrow();
  const parties = await db
    .selectFrom('correspondence_party')
    .select(['name', 'contact_person'])
    .where('entry_id', '=', entryId)
    .execute();
  await writeWords(db, {
    unit_id: entryId,
    case_id: entry.case_id,
    is_entry: 1,
    words: indexedWords([
      entry.record_number,
      `${entry.journal_sequence}/${entry.journal_year}`,
      entry.title,
      entry.public_title ?? '',
      ...parties.flatMap((party) => [party.name, party.contact_person ?? '']),
    ]),
  });
}

export async function forgetWords(db: Archive, unitId: string): Promise<void> {
  await db.deleteFrom('search_text').where('unit_id', '=', unitId).execute();
}

async function writeWords(
  db: Archive,
  row: {
    readonly unit_id: string;
    readonly case_id: CaseId;
    readonly is_entry: number;
    readonly words: string;
  },
): Promise<void> {
  await db
    .insertInto('search_text')
    .values(row)
    .onConflict((conflict) =>
      conflict
        .column('unit_id')
        .doUpdateSet({ words: row.words })
        .where('search_text.words', '<>', row.words),
    )
    .execute();
}
