import type { Actor } from '../../domain/access/actor.ts';
import { type Shown, showWhole } from '../../domain/access/shown.ts';
import { guardedEntry } from '../../domain/access/sight.ts';
import { type EntryId, type Result, refuse } from '../../domain/basics.ts';
import type { RefusalCode } from '../../domain/refusals.ts';
import type { CaseReader } from '../ports/archive/cases.ts';
import type { EntryReader } from '../ports/archive/entries.ts';

/**
 * What `make` makes of an entry, with words of all its parts, for somebody from whom nothing of it is hidden. For others
 * it is not made at all: why it cannot be made may be told in hidden words as well.
 */
export async function showWholeEntry<Thing>(
  archive: Pick<CaseReader, 'findCase'> & Pick<EntryReader, 'findEntry'>,
  actor: Actor,
  entryId: EntryId,
  make: () => Promise<Result<Thing, RefusalCode>>,
): Promise<Result<Shown<Thing>, RefusalCode>> {
  const entry = await archive.findEntry(entryId);
  const file = entry && (await archive.findCase(entry.caseId));
  if (!file) return refuse('not-found');
  const seen = showWhole(actor, guardedEntry(entry, file), undefined);
  if (!seen.ok) return seen;
  const made = await make();
  return made.ok ? showWhole(actor, guardedEntry(entry, file), made.value) : made;
}
