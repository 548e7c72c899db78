import type { Actor } from '../../domain/access/actor.ts';
import { type Shown, showWhole } from '../../domain/access/shown.ts';
import { guardedEntry, type SightRefusal } from '../../domain/access/sight.ts';
import { type EntryId, type Result, refuse } from '../../domain/basics.ts';
import type { CaseReader } from '../ports/archive/cases.ts';
import type { EntryReader } from '../ports/archive/entries.ts';

/** What was made of an entry, with words of all its parts, for somebody from whom nothing of it is hidden. */
export async function showWholeEntry<Thing>(
  archive: Pick<CaseReader, 'findCase'> & Pick<EntryReader, 'findEntry'>,
  actor: Actor,
  entryId: EntryId,
  thing: Thing,
): Promise<Result<Shown<Thing>, SightRefusal | 'not-found'>> {
  const entry = await archive.findEntry(entryId);
  const file = entry && (await archive.findCase(entry.caseId));
  return file ? showWhole(actor, guardedEntry(entry, file), thing) : refuse('not-found');
}
