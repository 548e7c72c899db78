import type { Actor } from '../../../domain/access/actor.ts';
import type { ChangeRefusal } from '../../../domain/acts/open-entry.ts';
import { type EntryId, ok, type PartyId, type Result, refuse } from '../../../domain/basics.ts';
import type { CaseReader } from '../../ports/archive/cases.ts';
import type { LogWriter } from '../../ports/archive/change-log.ts';
import type { EntryReader, EntryWriter } from '../../ports/archive/entries.ts';
import type { JobReader } from '../../ports/archive/jobs.ts';
import type { PartyReader, PartyWriter } from '../../ports/archive/parties.ts';
import type { ArchivePart } from '../../ports/archive-store.ts';
import { logLoosening } from '../admit-screening.ts';
import { logDifferences } from '../audit-log.ts';
import { changed } from '../changed-event.ts';
import type { Needs } from '../needs.ts';
import { openForChange, whoOn } from './open-for-change.ts';

type Touching = {
  readonly archive: ArchivePart<
    CaseReader & EntryReader & JobReader & PartyReader,
    EntryWriter & LogWriter & PartyWriter
  >;
};

/** Marks one party as screened, or takes its mark away; it hides the party while the entry is screened. */
export const screenParty =
  ({ archive, clock, publish }: Pick<Needs, 'clock' | 'publish'> & Touching) =>
  async (
    actor: Actor,
    entryId: EntryId,
    partyId: PartyId,
    isScreened: boolean,
  ): Promise<Result<undefined, ChangeRefusal>> => {
    const outcome = await archive.change(async (tx): Promise<Result<undefined, ChangeRefusal>> => {
      const open = await openForChange(tx, entryId, ['screening'], actor);
      if (!open.ok) return open;
      const who = whoOn(open.value, actor, clock.now());
      const parties = await tx.partiesOf(entryId);
      const before = parties.find((party) => party.id === partyId);
      if (!before) return refuse('not-found');
      if ((before.isScreened ?? false) === isScreened) return ok(undefined);
      await tx.setParties(
        entryId,
        parties.map((party) => (party.id === partyId ? { ...party, isScreened } : party)),
      );
      await tx.changeEntry(entryId, {});
      const marks = isScreened ? ([undefined, before.name] as const) : ([before.name, undefined] as const);
      await logDifferences(tx, 'entry', entryId, { skjermetPart: marks }, who);
      const { screening } = open.value.entry;
      const opens = screening !== undefined && !screening.hidesParties && !isScreened;
      await logLoosening(tx, 'entry', entryId, opens ? ['parties'] : [], who);
      return ok(undefined);
    });
    const entry = outcome.ok && (await archive.read.findEntry(entryId));
    if (entry) publish(changed(entry.caseId, entryId));
    return outcome;
  };
