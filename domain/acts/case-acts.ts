import type { Actor } from '../access/actor.ts';
import { type AccessRefusal, may } from '../access/may.ts';
import { type Guarded, guardedCase } from '../access/sight.ts';
import { ok, type Result, refuse } from '../basics.ts';
import { type CaseBalance, type CaseFile, isOpen } from '../case-file.ts';

export type CaseRefusal =
  | AccessRefusal
  | 'case-closed'
  | 'case-open'
  | 'entries-unfinished'
  | 'signing-running'
  | 'documents-unfinished';

export const decideRegistering = (
  file: CaseFile,
  actor: Actor,
): Result<CaseFile, 'case-closed' | AccessRefusal> => {
  const allowed = may(actor, 'register', guardedCase(file));
  if (!allowed.ok) return allowed;
  return isOpen(file) ? ok(file) : refuse('case-closed', { case: file.caseNumber });
};

/**
 * Closing a case (Noark 5; docs/rules.md, 2 and 3). Entries that are dispatched or journalled become
 * archived by it, and arrears that are left get «Saken ble avsluttet». A running signing job stops it unless the
 * person has said to know of it: its answer then waits in its own basket.
 */
export const decideClosing = (
  file: CaseFile,
  balance: CaseBalance,
  actor: Actor,
  knowsOfRunningJobs: boolean,
): Result<CaseFile, CaseRefusal> => {
  const allowed = may(actor, 'close-case', guardedCase(file));
  if (!allowed.ok) return allowed;
  if (!isOpen(file)) return refuse('case-closed', { case: file.caseNumber });
  if (balance.runningJobs > 0 && !knowsOfRunningJobs)
    return refuse('signing-running', { count: balance.runningJobs });
  if (balance.unfinishedEntries > 0)
    return refuse('entries-unfinished', { count: balance.unfinishedEntries });
  if (balance.unfinishedDocuments > 0)
    return refuse('documents-unfinished', { count: balance.unfinishedDocuments });
  return ok(file);
};

export const decideReopening = (
  file: CaseFile,
  actor: Actor,
): Result<CaseFile, AccessRefusal | 'case-open'> => {
  const allowed = may(actor, 'reopen-case', guardedCase(file));
  if (!allowed.ok) return allowed;
  return file.status === 'A' ? ok(file) : refuse('case-open', { case: file.caseNumber });
};

/** May this person register a case that would be so guarded? One may screen a new case from oneself no more than others. */
export const decideFounding = (actor: Actor, wanted: Guarded): Result<undefined, AccessRefusal> =>
  may(actor, 'register', { ...wanted, screening: undefined });
