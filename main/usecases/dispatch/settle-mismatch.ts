import type { Actor } from '../../../domain/access/actor.ts';
import type { AccessRefusal } from '../../../domain/access/may.ts';
import { may } from '../../../domain/access/may.ts';
import { guardedEntry } from '../../../domain/access/sight.ts';
import type { OpenEntry } from '../../../domain/acts/open-entry.ts';
import { type EntryId, ok, type PartyId, type Result, refuse } from '../../../domain/basics.ts';
import { partyLine } from '../../../domain/dispatched-parties.ts';
import type { CaseReader } from '../../ports/archive/cases.ts';
import type { LogWriter } from '../../ports/archive/change-log.ts';
import type { EntryReader, EntryWriter } from '../../ports/archive/entries.ts';
import type { JobReader, JobWriter } from '../../ports/archive/jobs.ts';
import type { PartyReader, PartyWriter } from '../../ports/archive/parties.ts';
import type {
  MismatchOutcome,
  PartyMismatchReader,
  PartyMismatchWriter,
} from '../../ports/archive/party-mismatches.ts';
import type { ArchivePart } from '../../ports/archive-store.ts';
import { changed } from '../changed-event.ts';
import { readEntry, whoOn } from '../entries/open-for-change.ts';
import type { Needs } from '../needs.ts';
import { type OpenMismatch, readMismatch } from './read-mismatch.ts';

type Reads = CaseReader & EntryReader & JobReader & PartyReader & PartyMismatchReader;
type Writes = EntryWriter & JobWriter & LogWriter & PartyWriter & PartyMismatchWriter;
type Settling = Pick<Needs, 'clock' | 'ids' | 'publish' | 'vault'> & {
  readonly archive: ArchivePart<Reads, Writes>;
};
type Who = ReturnType<typeof whoOn>;
export type SettlingRefusal =
  | AccessRefusal
  | 'not-found'
  | 'parties-settled'
  | 'changed-meanwhile'
  | 'reason-missing';

/**
 * The parties become those the job was sent to, also of an entry that is frozen and in a case that is closed: the journal
 * was wrong. `revision` is the one the proposal was made on. `copies`: who was not sent to and stays as a copy recipient.
 */
export const acceptCorrection =
  (needs: Settling) =>
  (
    actor: Actor,
    entryId: EntryId,
    revision: number,
    copies: readonly PartyId[],
  ): Promise<Result<undefined, SettlingRefusal>> =>
    settle(needs, actor, entryId, 'corrected', async (tx, { entry }, who) => {
      if (entry.revision !== revision) return refuse('changed-meanwhile', { entry: entry.recordNumber });
      const open = await readMismatch(needs, tx, entryId, copies);
      if (!open) return refuse('parties-settled', { entry: entry.recordNumber });
      await writeCorrection(tx, entryId, open);
      await tx.log({
        subject: 'entry',
        subjectId: entryId,
        code: 'parties-corrected',
        facts: { before: open.parties.map(partyLine), after: open.proposal.parties.map(partyLine) },
        ...who,
      });
      return ok(undefined);
    });

/** The parties stand as they are; why is kept in the log. */
export const leaveParties =
  (needs: Settling) =>
  (actor: Actor, entryId: EntryId, reason: string): Promise<Result<undefined, SettlingRefusal>> =>
    settle(needs, actor, entryId, 'left', async (tx, _open, who) => {
      const words = reason.trim();
      if (words === '') return refuse('reason-missing');
      await tx.log({
        subject: 'entry',
        subjectId: entryId,
        code: 'parties-left',
        facts: { reason: words },
        ...who,
      });
      return ok(undefined);
    });

async function settle(
  { archive, clock, publish }: Settling,
  actor: Actor,
  entryId: EntryId,
  outcome: MismatchOutcome,
  work: (tx: Reads & Writes, open: OpenEntry, who: Who) => Promise<Result<undefined, SettlingRefusal>>,
): Promise<Result<undefined, SettlingRefusal>> {
  const settled = await archive.change(async (tx): Promise<Result<OpenEntry, SettlingRefusal>> => {
    const open = await readEntry(tx, entryId);
    if (!open) return refuse('not-found');
    const allowed = may(actor, 'journal', guardedEntry(open.entry, open.caseFile));
    if (!allowed.ok) return allowed;
    if (!(await tx.findPartyMismatch(entryId)))
      return refuse('parties-settled', { entry: open.entry.recordNumber });
    const who = whoOn(open, actor, clock.now(), 'journal');
    const done = await work(tx, open, who);
    if (!done.ok) return done;
    await tx.settlePartyMismatch(entryId, outcome, who.at, who.by);
    return ok(open);
  });
  if (!settled.ok) return settled;
  publish(changed(settled.value.caseFile.id, entryId));
  return ok(undefined);
}

async function writeCorrection(
  tx: EntryWriter & JobWriter & PartyWriter,
  entryId: EntryId,
  { job, proposal, sealed }: OpenMismatch,
): Promise<void> {
  await tx.setParties(entryId, proposal.parties);
  for (const [position, partyId] of proposal.partyIds.entries()) {
    const signer = job.signers[position];
    if (signer) await tx.linkSigner(signer.id, partyId);
    const number = sealed[position];
    // Where the job's number is purged, a number that the party still has is not known to be the one that was used.
    await tx.setSealedIdentity(partyId, number);
  }
  await tx.changeEntry(entryId, {});
}
