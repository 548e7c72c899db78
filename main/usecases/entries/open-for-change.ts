import { signedBy } from '../../../domain/access/acting-for.ts';
import type { Actor } from '../../../domain/access/actor.ts';
import { type AccessRefusal, type Act, may } from '../../../domain/access/may.ts';
import { type Guarded, guardedEntry } from '../../../domain/access/sight.ts';
import {
  type ChangeRefusal,
  decideChange,
  type OpenEntry,
  openEntry,
} from '../../../domain/acts/open-entry.ts';
import { type EntryId, type Instant, ok, type Result, refuse } from '../../../domain/basics.ts';
import type { EntryField } from '../../../domain/frozen-fields.ts';
import type { Ability } from '../../../domain/roles.ts';
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
  actor: Actor,
  revision?: number,
): Promise<Result<OpenEntry, ChangeRefusal>> {
  const open = await readEntry(archive, entryId);
  if (!open) return refuse('not-found');
  const decision = decideChange(open, fields, actor, revision);
  return decision.ok ? ok(open) : decision;
}

/** When this is done to the entry, and by whom as the log names them. */
export const whoOn = (
  { entry, caseFile }: Pick<OpenEntry, 'entry' | 'caseFile'>,
  actor: Actor,
  at: Instant,
  act: Ability = 'register',
): { readonly at: Instant; readonly by: string } => ({
  at,
  by: signedBy(actor, act, guardedEntry(entry, caseFile)),
});

/** May this person do this to the entry now? For acts that change no field of it. */
export async function mayOnEntry(
  archive: Pick<EntryReader, 'findEntry'> & Pick<CaseReader, 'findCase'>,
  actor: Actor,
  act: Act,
  entryId: EntryId,
): Promise<Result<Guarded, AccessRefusal | 'not-found'>> {
  const entry = await archive.findEntry(entryId);
  const caseFile = entry && (await archive.findCase(entry.caseId));
  if (!entry || !caseFile) return refuse('not-found');
  const guarded = guardedEntry(entry, caseFile);
  const allowed = may(actor, act, guarded);
  return allowed.ok ? ok(guarded) : allowed;
}
