import { type EntryId, ok, type Result, refuse } from '../../../domain/basics.ts';
import { type CaseFile, isOpen } from '../../../domain/case-file.ts';
import { type EntryField, frozenFields } from '../../../domain/frozen-fields.ts';
import type { JournalEntry } from '../../../domain/journal-entry.ts';
import { may, type User } from '../../../domain/roles.ts';
import { isRunning } from '../../../domain/signing-job.ts';
import type { ArchiveReader } from '../../ports/archive-store.ts';

export type OpenEntry = {
  readonly entry: JournalEntry;
  readonly caseFile: CaseFile;
  readonly dispatchRunning: boolean;
  readonly frozen: readonly EntryField[];
};
export type ChangeRefusal =
  | 'not-found'
  | 'not-allowed'
  | 'changed-meanwhile'
  | 'field-frozen'
  | 'case-closed'
  | 'locked-by-dispatch';

/** Reads an entry with what decides whether its fields may change. */
export async function readEntry(archive: ArchiveReader, entryId: EntryId): Promise<OpenEntry | undefined> {
  const entry = await archive.findEntry(entryId);
  const caseFile = entry && (await archive.findCase(entry.caseId));
  if (!entry || !caseFile) return undefined;
  const dispatchRunning = (await archive.jobsOf(entryId)).some(isRunning);
  return {
    entry,
    caseFile,
    dispatchRunning,
    frozen: frozenFields(entry, { caseOpen: isOpen(caseFile), dispatchRunning }),
  };
}

/**
 * May this person change these fields of the entry now? `revision` is the one the change was typed on; leave it out
 * for acts that do not depend on what was seen.
 */
export async function openForChange(
  archive: ArchiveReader,
  entryId: EntryId,
  fields: readonly EntryField[],
  user: User,
  revision?: number,
): Promise<Result<OpenEntry, ChangeRefusal>> {
  const open = await readEntry(archive, entryId);
  if (!open) return refuse('not-found');
  if (!may(user, 'register')) return refuse('not-allowed');
  if (!isOpen(open.caseFile)) return refuse('case-closed', { case: open.caseFile.caseNumber });
  if (open.dispatchRunning) return refuse('locked-by-dispatch');
  const stuck = fields.find((field) => open.frozen.includes(field));
  if (stuck) return refuse('field-frozen', { field: stuck, status: open.entry.status });
  if (revision !== undefined && revision !== open.entry.revision)
    return refuse('changed-meanwhile', { entry: open.entry.recordNumber });
  return ok(open);
}
