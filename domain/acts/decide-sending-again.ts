import type { Actor } from '../access/actor.ts';
import { type AccessRefusal, may } from '../access/may.ts';
import { guardedEntry } from '../access/sight.ts';
import { ok, type Result, refuse } from '../basics.ts';
import { isOpen } from '../case-file.ts';
import type { JournalEntry } from '../journal-entry.ts';
import { isRunning, type SigningJob } from '../signing-job.ts';
import type { OpenEntry } from './open-entry.ts';

export type SendAgainRefusal =
  | AccessRefusal
  | 'case-closed'
  | 'dispatch-running'
  | 'nothing-to-send-again'
  | 'already-signed'
  | 'already-sent-again';

/**
 * «Send på nytt»: a dispatch that was sent and came to nothing is made anew as another entry. `again`: the entry that
 * was made so before, unless it is expunged or in the bin. One that never was sent is dispatched from where it is.
 */
export function decideSendingAgain(
  { entry, caseFile }: Pick<OpenEntry, 'entry' | 'caseFile'>,
  newest: Pick<SigningJob, 'state' | 'failure'> | undefined,
  again: Pick<JournalEntry, 'recordNumber'> | undefined,
  actor: Actor,
): Result<undefined, SendAgainRefusal> {
  const guarded = guardedEntry(entry, caseFile);
  for (const act of ['register', 'dispatch'] as const) {
    const allowed = may(actor, act, guarded);
    if (!allowed.ok) return allowed;
  }
  if (!isOpen(caseFile)) return refuse('case-closed', { case: caseFile.caseNumber });
  if (!newest || entry.sentAt === undefined) return refuse('nothing-to-send-again');
  if (isRunning(newest)) return refuse('dispatch-running');
  if (newest.state === 'completed') return refuse('already-signed');
  return again ? refuse('already-sent-again', { entry: again.recordNumber }) : ok(undefined);
}
