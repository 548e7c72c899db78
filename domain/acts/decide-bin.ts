import type { Actor } from '../access/actor.ts';
import { type AccessRefusal, may } from '../access/may.ts';
import { guardedEntry } from '../access/sight.ts';
import { type Result, refuse } from '../basics.ts';
import { type CaseFile, isOpen } from '../case-file.ts';
import type { JournalEntry } from '../journal-entry.ts';

/** May this person delete the draft in the bin for good? The document centre, where the entry belongs. */
export const decideEmptying = (
  entry: JournalEntry,
  file: CaseFile,
  actor: Actor,
): Result<undefined, AccessRefusal> => may(actor, 'journal', guardedEntry(entry, file));

/** May this person put it back where it was? */
export function decideRestoring(
  entry: JournalEntry,
  file: CaseFile,
  actor: Actor,
): Result<undefined, AccessRefusal | 'case-closed'> {
  const allowed = decideEmptying(entry, file, actor);
  if (!allowed.ok) return allowed;
  return isOpen(file) ? allowed : refuse('case-closed', { case: file.caseNumber });
}
