import type { EntryId } from '../../../domain/basics.ts';
import type { KnownParty } from '../../../domain/dispatched-parties.ts';
import type { PartyReader } from '../../ports/archive/parties.ts';
import type { Needs } from '../needs.ts';
import { openSealed } from './open-sealed.ts';

/** The entry's parties with their numbers; a number under a lost key is as none. */
export async function readKnownParties(
  needs: Pick<Needs, 'vault'>,
  archive: PartyReader,
  entryId: EntryId,
): Promise<readonly KnownParty[]> {
  const identities = await archive.sealedIdentitiesOf(entryId);
  const parties = await archive.partiesOf(entryId);
  return Promise.all(
    parties.map(async (party) => {
      const sealed = identities.get(party.id);
      const identityNumber = sealed && (await openSealed(needs, sealed));
      return { ...party, ...(identityNumber !== undefined && { identityNumber }) };
    }),
  );
}
