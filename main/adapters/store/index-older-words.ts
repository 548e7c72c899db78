import { toId } from '../../../domain/basics.ts';
import type { Archive } from './connection.ts';
import { indexCase, indexEntry } from './search-text.ts';

/** Writes the open words of what was screened before they stood apart; migration 0012 left them empty. */
export async function indexOlderWords(db: Archive): Promise<void> {
  const older = await db
    .selectFrom('search_text')
    .select(['unit_id', 'is_entry'])
    .where('open_words', '=', '')
    .execute();
  // `is_entry` tells whose id it is.
  for (const { unit_id, is_entry } of older)
    await (is_entry === 1 ? indexEntry(db, toId(unit_id)) : indexCase(db, toId(unit_id)));
}
