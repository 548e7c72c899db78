import type { Actor } from '../../../domain/access/actor.ts';
import type { ChangeRefusal } from '../../../domain/acts/open-entry.ts';
import { type EntryId, ok, type PartyId, type Result, refuse } from '../../../domain/basics.ts';
import {
  type PartySettlement,
  partyDifferences,
  settledParties,
} from '../../../domain/dispatched-parties.ts';
import type { CaseReader } from '../../ports/archive/cases.ts';
import type { LogWriter } from '../../ports/archive/change-log.ts';
import type { EntryReader, EntryWriter } from '../../ports/archive/entries.ts';
import type { JobReader } from '../../ports/archive/jobs.ts';
import type { PartyReader, PartyWriter } from '../../ports/archive/parties.ts';
import type { ArchivePart } from '../../ports/archive-store.ts';
import { logDifferences } from '../audit-log.ts';
import { changed } from '../changed-event.ts';
import { openForChange, whoOn } from '../entries/open-for-change.ts';
import type { Needs } from '../needs.ts';

type Touching = {
  readonly archive: ArchivePart<
    CaseReader & EntryReader & JobReader & PartyReader,
    EntryWriter & LogWriter & PartyWriter
  >;
};

/** What becomes of a recipient in the journal to whom the dispatch does not go, said in the dialog before «Ekspeder». */
export const settleParty =
  ({ archive, clock, publish }: Pick<Needs, 'clock' | 'publish'> & Touching) =>
  async (
    actor: Actor,
    entryId: EntryId,
    partyId: PartyId,
    how: PartySettlement,
  ): Promise<Result<undefined, ChangeRefusal>> => {
    const outcome = await archive.change(async (tx): Promise<Result<undefined, ChangeRefusal>> => {
      const open = await openForChange(tx, entryId, ['parties'], actor);
      if (!open.ok) return open;
      const before = await tx.partiesOf(entryId);
      if (!before.some(({ id }) => id === partyId)) return refuse('not-found');
      const after = settledParties(before, partyId, how);
      const differences = partyDifferences(before, after);
      if (differences.length === 0) return ok(undefined);
      await tx.setParties(entryId, after);
      await tx.changeEntry(entryId, {});
      const who = whoOn(open.value, actor, clock.now());
      for (const change of differences)
        await logDifferences(tx, 'entry', entryId, { korrespondansepartNavn: change }, who);
      return ok(undefined);
    });
    const entry = outcome.ok && (await archive.read.findEntry(entryId));
    if (entry) publish(changed(entry.caseId, entryId));
    return outcome;
  };
