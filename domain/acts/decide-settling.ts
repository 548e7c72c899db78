import type { Actor } from '../access/actor.ts';
import { type AccessRefusal, may } from '../access/may.ts';
import { guardedCase, guardedEntry } from '../access/sight.ts';
import { ok, type Result, refuse } from '../basics.ts';
import type { CaseFile } from '../case-file.ts';
import type { OpenEntry } from './open-entry.ts';

export type ScreeningSettlingRefusal = AccessRefusal | 'locked-by-dispatch';

/**
 * May this person settle the screening of a case or an entry that should be looked at? The document centre in its units, of
 * what it sees; of what is closed or archived too, since a screening often ends long after its case.
 */
export const decideSettlingCase = (
  file: CaseFile,
  actor: Actor,
): Result<undefined, ScreeningSettlingRefusal> => may(actor, 'journal', guardedCase(file));

export function decideSettlingEntry(
  { entry, caseFile, dispatchRunning }: OpenEntry,
  actor: Actor,
): Result<undefined, ScreeningSettlingRefusal> {
  const allowed = may(actor, 'journal', guardedEntry(entry, caseFile));
  if (!allowed.ok) return allowed;
  return dispatchRunning ? refuse('locked-by-dispatch') : ok(undefined);
}
