import type { Actor } from '../../../domain/access/actor.ts';
import type { ChangeRefusal } from '../../../domain/acts/open-entry.ts';
import type { EntryId, PartyId, Result } from '../../../domain/basics.ts';
import {
  type PartySettlement,
  partyDifferences,
  settledParties,
} from '../../../domain/dispatched-parties.ts';
import { logDifferences } from '../audit-log.ts';
import { type ChangingParties, changeParty } from '../entries/change-party.ts';

/** What becomes of a recipient in the journal to whom the dispatch does not go, said in the dialog before «Ekspeder». */
export const settleParty =
  (needs: ChangingParties) =>
  (
    actor: Actor,
    entryId: EntryId,
    partyId: PartyId,
    how: PartySettlement,
  ): Promise<Result<undefined, ChangeRefusal>> =>
    changeParty(needs)(actor, entryId, partyId, 'parties', (_party, before) => {
      const after = settledParties(before, partyId, how);
      const differences = partyDifferences(before, after);
      if (differences.length === 0) return undefined;
      return {
        after,
        log: async (tx, who) => {
          for (const change of differences)
            await logDifferences(tx, 'entry', entryId, { korrespondansepartNavn: change }, who);
        },
      };
    });
