import { screenedTitle } from '../../../domain/access/shown.ts';
import type { CaseId, EntryId } from '../../../domain/basics.ts';
import type { Archive } from './connection.ts';
import { titleKey } from './fold-text.ts';
import { indexedWords } from './search-words.ts';

/** Writes anew what a case is found by and put in order by; the words a screening hides apart from the open ones. */
export async function indexCase(db: Archive, caseId: CaseId): Promise<void> {
  const file = await db
    .selectFrom('case_file')
    .select(['case_number', 'title', 'public_title', 'screening_hides_title'])
    .where('id', '=', caseId)
    .executeTakeFirstOrThrow();
  const open = [file.case_number, file.public_title ?? ''];
  const hidden = file.screening_hides_title === 1;
  await writeWords(db, {
    unit_id: caseId,
    case_id: caseId,
    is_entry: 0,
    words: indexedWords([...open, file.title]),
    open_words: hidden ? indexedWords(open) : null,
  });
  // Where titles are in order, a hidden one stands where its form for the public does.
  await db
    .updateTable('case_file')
    .set({
      open_title_key: hidden
        ? titleKey(screenedTitle({ publicTitle: file.public_title ?? undefined }))
        : null,
    })
    .where('id', '=', caseId)
    .execute();
}

/** Writes anew what an entry, and by it its case, is found by: titles, parties, record number and running number. */
export async function indexEntry(db: Archive, entryId: EntryId): Promise<void> {
  const entry = await db
    .selectFrom('journal_entry')
    .select(['case_id', 'record_number', 'journal_year', 'journal_sequence', 'title', 'public_title'])
    .select(['screening_code', 'screening_hides_title', 'screening_hides_parties'])
    .where('id', '=', entryId)
    .executeTakeFirstOrThrow();
  const parties = await db
    .selectFrom('correspondence_party')
    .select(['name', 'contact_person', 'is_screened'])
    .where('entry_id', '=', entryId)
    .execute();
  const isOpen = (party: (typeof parties)[number]) =>
    entry.screening_code === null || (entry.screening_hides_parties !== 1 && party.is_screened !== 1);
  const names = (some: typeof parties) => some.flatMap((party) => [party.name, party.contact_person ?? '']);
  const open = [
    entry.record_number,
    `${entry.journal_sequence}/${entry.journal_year}`,
    entry.public_title ?? '',
    ...(entry.screening_hides_title === 1 ? [] : [entry.title]),
    ...names(parties.filter(isOpen)),
  ];
  await writeWords(db, {
    unit_id: entryId,
    case_id: entry.case_id,
    is_entry: 1,
    words: indexedWords([...open, entry.title, ...names(parties)]),
    open_words: entry.screening_code === null ? null : indexedWords(open),
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
    /** `null`: all of them. */
    readonly open_words: string | null;
  },
): Promise<void> {
  await db
    .insertInto('search_text')
    .values(row)
    .onConflict((conflict) =>
      conflict
        .column('unit_id')
        .doUpdateSet({ words: row.words, open_words: row.open_words })
        .where((eb) =>
          eb.or([
            eb('search_text.words', '<>', row.words),
            eb('search_text.open_words', 'is distinct from', row.open_words),
          ]),
        ),
    )
    .execute();
}
