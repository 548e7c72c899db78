import { type Actor, standsFor } from '../access/actor.ts';
import { type AccessRefusal, may } from '../access/may.ts';
import { guardedEntry } from '../access/sight.ts';
import { type Instant, ok, type Result, refuse } from '../basics.ts';
import { type CaseFile, isOpen } from '../case-file.ts';
import { type EntryField, type EntryLock, frozenFields } from '../frozen-fields.ts';
import { isArrear, type JournalEntry } from '../journal-entry.ts';
import { isRunning, mayHaveArrived, type SigningJob } from '../signing-job.ts';

/** An entry with what decides whether it may change: its case and whether a dispatch of it is running. */
export type OpenEntry = {
  readonly entry: JournalEntry;
  readonly caseFile: CaseFile;
  readonly dispatchRunning: boolean;
  readonly frozen: readonly EntryField[];
};

export function openEntry(
  entry: JournalEntry,
  caseFile: CaseFile,
  jobs: readonly Pick<SigningJob, 'state'>[],
): OpenEntry {
  const dispatchRunning = jobs.some(isRunning);
  return {
    entry,
    caseFile,
    dispatchRunning,
    frozen: frozenFields(entry, { caseOpen: isOpen(caseFile), dispatchRunning }),
  };
}

export type ChangeRefusal =
  | 'not-found'
  | AccessRefusal
  | 'changed-meanwhile'
  | 'field-frozen'
  | 'case-closed'
  | 'locked-by-dispatch';

/** `revision` is the one the change was typed on; leave it out for acts that do not depend on what was seen. */
export function decideChange(
  { entry, caseFile, dispatchRunning, frozen }: OpenEntry,
  fields: readonly EntryField[],
  actor: Actor,
  revision?: number,
): Result<undefined, ChangeRefusal> {
  const allowed = may(actor, 'register', guardedEntry(entry, caseFile));
  if (!allowed.ok) return allowed;
  if (!isOpen(caseFile)) return refuse('case-closed', { case: caseFile.caseNumber });
  if (dispatchRunning) return refuse('locked-by-dispatch');
  const stuck = fields.find((field) => frozen.includes(field));
  if (stuck) return refuse('field-frozen', { field: stuck, status: entry.status });
  return revision !== undefined && revision !== entry.revision
    ? refuse('changed-meanwhile', { entry: entry.recordNumber })
    : ok(undefined);
}

/**
 * A public variant may be made as long as the screening may be changed, also of a document that is finished or sent: it
 * stands beside the original and changes nothing in it.
 */
export const decideMasking = (open: OpenEntry, actor: Actor): Result<undefined, ChangeRefusal> =>
  decideChange(open, ['screening'], actor);

/** «Avskriv» is open to an incoming entry that still waits for its answer. */
export function decideClearing(
  open: OpenEntry,
  actor: Actor,
): Result<undefined, ChangeRefusal | 'already-cleared'> {
  const change = decideChange(open, [], actor);
  if (!change.ok) return change;
  return isArrear(open.entry) ? ok(undefined) : refuse('already-cleared', { entry: open.entry.recordNumber });
}

export type DeleteRefusal = 'never-deletable' | 'not-own-draft';

/**
 * Only one's own reserved entry that never was final may be deleted; its numbers stay used (Noark 5). One whose job may
 * have reached the service stays, since a signature may still come back to it.
 */
export function decideDeleting(
  open: OpenEntry,
  jobs: readonly Parameters<typeof mayHaveArrived>[0][],
  actor: Actor,
): Result<undefined, ChangeRefusal | DeleteRefusal> {
  const change = decideChange(open, [], actor);
  if (!change.ok) return change;
  const { entry } = open;
  if (entry.status !== 'R' || entry.everFinal || jobs.some(mayHaveArrived))
    return refuse('never-deletable', { entry: entry.recordNumber });
  return standsFor(actor, entry.caseworker)
    ? ok(undefined)
    : refuse('not-own-draft', { entry: entry.recordNumber });
}

export type OpenDispatchRefusal = AccessRefusal | 'case-closed' | 'dispatch-running' | 'step-unknown';

/** May the dispatch dialog be opened? Everything else is a finding inside the dialog, where it can be mended. */
export function decideOpeningDispatch(
  { entry, caseFile, dispatchRunning }: OpenEntry,
  actor: Actor,
): Result<undefined, OpenDispatchRefusal> {
  const notFromHere = refuse('step-unknown', { from: entry.status, to: 'E' });
  const allowed = may(actor, 'dispatch', guardedEntry(entry, caseFile));
  if (!allowed.ok) return allowed;
  if (entry.type !== 'U') return notFromHere;
  if (!isOpen(caseFile)) return refuse('case-closed', { case: caseFile.caseNumber });
  if (dispatchRunning) return refuse('dispatch-running');
  return ['R', 'F', 'G'].includes(entry.status) ? ok(undefined) : notFromHere;
}

/** Why nothing or not everything of an entry can be changed, since when and by whom. `orderedBy` ordered the newest job. */
export function lockOf(
  { entry, caseFile, dispatchRunning }: OpenEntry,
  orderedBy: string | undefined,
): { readonly code: EntryLock; readonly at?: Instant; readonly by?: string } | undefined {
  if (entry.status === 'U') return { code: 'expunged' };
  if (!isOpen(caseFile)) return { code: 'case-closed', at: caseFile.closedAt, by: caseFile.closedBy };
  if (entry.sentAt !== undefined) return { code: 'dispatched', at: entry.sentAt, by: orderedBy };
  if (dispatchRunning) return { code: 'dispatch-running', by: orderedBy };
  if (entry.status !== 'R' && entry.status !== 'M' && entry.status !== 'S') return { code: 'final' };
  return undefined;
}
