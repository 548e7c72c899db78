import type { Actor } from '../../../domain/access/actor.ts';
import type { ChangeRefusal, OpenEntry } from '../../../domain/acts/open-entry.ts';
import { type EntryId, ok, type PartyId, type Result, refuse } from '../../../domain/basics.ts';
import type { Party } from '../../../domain/documents.ts';
import type { CaseReader } from '../../ports/archive/cases.ts';
import type { LogWriter } from '../../ports/archive/change-log.ts';
import type { EntryReader, EntryWriter } from '../../ports/archive/entries.ts';
import type { JobReader } from '../../ports/archive/jobs.ts';
import type { PartyReader, PartyWriter } from '../../ports/archive/parties.ts';
import type { ArchivePart } from '../../ports/archive-store.ts';
import { changed } from '../changed-event.ts';
import type { Needs } from '../needs.ts';
import { openForChange, whoOn } from './open-for-change.ts';

export type ChangingParties = Pick<Needs, 'clock' | 'publish'> & {
  readonly archive: ArchivePart<
    CaseReader & EntryReader & JobReader & PartyReader,
    EntryWriter & LogWriter & PartyWriter
  >;
};

/** What the parties become, and the rows that the log gets of it. */
type PartyChange = {
  readonly after: readonly Party[];
  readonly log: (tx: LogWriter, who: ReturnType<typeof whoOn>) => Promise<void>;
};

/** Changes what is written of one party in one transaction. `decide` gives nothing where all stays as it is. */
export const changeParty =
  ({ archive, clock, publish }: ChangingParties) =>
  async (
    actor: Actor,
    entryId: EntryId,
    partyId: PartyId,
    field: 'parties' | 'screening',
    decide: (party: Party, all: readonly Party[], open: OpenEntry) => PartyChange | undefined,
  ): Promise<Result<undefined, ChangeRefusal>> => {
    const outcome = await archive.change(async (tx): Promise<Result<undefined, ChangeRefusal>> => {
      const open = await openForChange(tx, entryId, [field], actor);
      if (!open.ok) return open;
      const all = await tx.partiesOf(entryId);
      const party = all.find(({ id }) => id === partyId);
      if (!party) return refuse('not-found');
      const change = decide(party, all, open.value);
      if (!change) return ok(undefined);
      await tx.setParties(entryId, change.after);
      await tx.changeEntry(entryId, {});
      await change.log(tx, whoOn(open.value, actor, clock.now()));
      return ok(undefined);
    });
    const entry = outcome.ok && (await archive.read.findEntry(entryId));
    if (entry) publish(changed(entry.caseId, entryId));
    return outcome;
  };
