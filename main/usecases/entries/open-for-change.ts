import { type EntryId, ok, type Result, refuse } from '../../../domain/basics.ts';
import type { EntryField } from '../../../domain/frozen-fields.ts';
import { type ChangeRefusal, decideChange, type OpenEntry, openEntry } from '../../../domain/open-entry.ts';
import type { User } from '../../../domain/roles.ts';
import type { CaseReader } from '../../ports/archive/cases.ts';
import type { EntryReader } from '../../ports/archive/entries.ts';
import type { JobReader } from '../../ports/archive/jobs.ts';

type Reading = Pick<EntryReader, 'findEntry'> & Pick<CaseReader, 'findCase'> & Pick<JobReader, 'jobsOf'>;

/** Reads an entry with what decides whether its fields may change. */
export async function readEntry(archive: Reading, entryId: EntryId): Promise<OpenEntry | undefined> {
  const entry = await archive.findEntry(entryId);
  const caseFile = entry && (await archive.findCase(entry.caseId));
  return entry && caseFile && openEntry(entry, caseFile, await archive.jobsOf(entryId));
}

/** Reads an entry for a change by this person, or says why it may not be made; see {@link decideChange}. */
export async function openForChange(
  archive: Reading,
  entryId: EntryId,
  fields: readonly EntryField[],
  user: User,
  revision?: number,
): Promise<Result<OpenEntry, ChangeRefusal>> {
  const open = await readEntry(archive, entryId);
  if (!open) return refuse('not-found');
  const decision = decideChange(open, fields, user, revision);
  return decision.ok ? ok(open) : decision;
}
