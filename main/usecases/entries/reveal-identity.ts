import { type EntryId, ok, type PartyId, type Result, refuse } from '../../../domain/basics.ts';
import { may, type User } from '../../../domain/roles.ts';
import { VaultLocked } from '../../ports/vault.ts';
import type { Needs } from '../needs.ts';

type RevealRefusal = 'not-allowed' | 'not-found' | 'identity-locked';

/** Shows a party's identity number in full. Who looked and when is logged before it is shown; the number is not. */
export const revealIdentity =
  ({ archive, clock, vault }: Pick<Needs, 'archive' | 'clock' | 'vault'>) =>
  async (user: User, entryId: EntryId, partyId: PartyId): Promise<Result<string, RevealRefusal>> => {
    if (!may(user, 'register')) return refuse('not-allowed');
    const sealed = (await archive.read.sealedIdentitiesOf(entryId)).get(partyId);
    const party = (await archive.read.partiesOf(entryId)).find((candidate) => candidate.id === partyId);
    if (!sealed || !party) return refuse('not-found');
    const at = clock.now();
    await archive.change((tx) =>
      tx.log({
        subject: 'entry',
        subjectId: entryId,
        field: 'foedselsnummerVist',
        before: '(tom)',
        after: party.name,
        at,
        by: user.name,
      }),
    );
    try {
      return ok(await vault.open(sealed));
    } catch (fault) {
      if (fault instanceof VaultLocked) return refuse('identity-locked');
      throw fault;
    }
  };
