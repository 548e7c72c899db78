import type { Actor } from '../../domain/access/actor.ts';
import { may } from '../../domain/access/may.ts';
import { type Shown, showWhole } from '../../domain/access/shown.ts';
import { guardedEntry } from '../../domain/access/sight.ts';
import { type EntryId, type Result, refuse } from '../../domain/basics.ts';
import type { RefusalCode } from '../../domain/refusals.ts';
import type { Ability } from '../../domain/roles.ts';
import type { CaseReader } from '../ports/archive/cases.ts';
import type { EntryReader } from '../ports/archive/entries.ts';

/**
 * What `make` makes of an entry, with words of all its parts, for somebody who may do `act` to it and from whom nothing of
 * it is hidden. For others it is not made at all: why it cannot be made may be told in hidden words as well.
 */
export async function showWholeEntry<Thing>(
  archive: Pick<CaseReader, 'findCase'> & Pick<EntryReader, 'findEntry'>,
  actor: Actor,
  act: Ability,
  entryId: EntryId,
  make: () => Promise<Result<Thing, RefusalCode>>,
): Promise<Result<Shown<Thing>, RefusalCode>> {
  const entry = await archive.findEntry(entryId);
  const file = entry && (await archive.findCase(entry.caseId));
  if (!file) return refuse('not-found');
  const allowed = may(actor, act, guardedEntry(entry, file));
  if (!allowed.ok) return allowed;
  const made = await make();
  return made.ok ? showWhole(actor, guardedEntry(entry, file), made.value) : made;
}
