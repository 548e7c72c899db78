import type { Actor } from '../access/actor.ts';
import { type AccessRefusal, may } from '../access/may.ts';
import { guardedEntry } from '../access/sight.ts';
import { ok, type Result, refuse } from '../basics.ts';
import { isOpen } from '../case-file.ts';
import type { OpenEntry } from './open-entry.ts';

/** May this entry be sent to many? It is an outgoing one that is finished; also one that has been sent itself. */
export function decideMailing(
  { entry, caseFile }: Pick<OpenEntry, 'entry' | 'caseFile'>,
  actor: Actor,
): Result<undefined, AccessRefusal | 'step-unknown' | 'case-closed'> {
  const guarded = guardedEntry(entry, caseFile);
  for (const act of ['register', 'dispatch'] as const) {
    const allowed = may(actor, act, guarded);
    if (!allowed.ok) return allowed;
  }
  if (entry.type !== 'U' || ['R', 'U', 'M', 'S'].includes(entry.status))
    return refuse('step-unknown', { from: entry.status, to: 'E' });
  return isOpen(caseFile) ? ok(undefined) : refuse('case-closed', { case: caseFile.caseNumber });
}
