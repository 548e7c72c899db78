import type { Actor } from '../../../domain/access/actor.ts';
import type { ChangeRefusal } from '../../../domain/acts/open-entry.ts';
import type { EntryId, PartyId, Result } from '../../../domain/basics.ts';
import { logLoosening } from '../admit-screening.ts';
import { logDifferences } from '../audit-log.ts';
import { type ChangingParties, changeParty } from './change-party.ts';

/** Marks one party as screened, or takes its mark away; it hides the party while the entry is screened. */
export const screenParty =
  (needs: ChangingParties) =>
  (
    actor: Actor,
    entryId: EntryId,
    partyId: PartyId,
    isScreened: boolean,
  ): Promise<Result<undefined, ChangeRefusal>> =>
    changeParty(needs)(actor, entryId, partyId, 'screening', (before, all, { entry: { screening } }) => {
      if ((before.isScreened ?? false) === isScreened) return undefined;
      const marks = isScreened ? ([undefined, before.name] as const) : ([before.name, undefined] as const);
      const opens = screening !== undefined && !screening.hidesParties && !isScreened;
      return {
        after: all.map((party) => (party.id === partyId ? { ...party, isScreened } : party)),
        log: async (tx, who) => {
          await logDifferences(tx, 'entry', entryId, { skjermetPart: marks }, who);
          await logLoosening(tx, 'entry', entryId, opens ? ['parties'] : [], who);
        },
      };
    });
