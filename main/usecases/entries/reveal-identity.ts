import { type EntryId, ok, type PartyId, type Result, refuse } from '../../../domain/basics.ts';
import { blank, fieldChanged, shown } from '../../../domain/change-log.ts';
import { hasAbility, type User } from '../../../domain/roles.ts';
import type { LogWriter } from '../../ports/archive/change-log.ts';
import type { PartyReader } from '../../ports/archive/parties.ts';
import type { ArchivePart } from '../../ports/archive-store.ts';
import { VaultLocked } from '../../ports/vault.ts';
import type { Needs } from '../needs.ts';

type Touching = { readonly archive: ArchivePart<PartyReader, LogWriter> };

export type RevealRefusal = 'not-allowed' | 'not-found' | 'identity-locked';

/** Shows a party's identity number in full. Who looked and when is logged before it is shown; the number is not. */
export const revealIdentity =
  (needs: Pick<Needs, 'clock' | 'vault'> & Touching) =>
  async (user: User, entryId: EntryId, partyId: PartyId): Promise<Result<string, RevealRefusal>> => {
    const { archive, vault } = needs;
    if (!hasAbility(user, 'register')) return refuse('not-allowed');
    const sealed = (await archive.read.sealedIdentitiesOf(entryId)).get(partyId);
    const party = (await archive.read.partiesOf(entryId)).find((candidate) => candidate.id === partyId);
    if (!sealed || !party) return refuse('not-found');
    await logReveal(needs, user, entryId, party.name);
    try {
      return ok(await vault.open(sealed));
    } catch (fault) {
      if (fault instanceof VaultLocked) return refuse('identity-locked');
      throw fault;
    }
  };

/** Who looked, at whose number, and when. Committed before the number is shown. */
export const logReveal = (
  { archive, clock }: Pick<Needs, 'clock'> & Touching,
  user: User,
  entryId: EntryId,
  whose: string,
): Promise<void> => {
  const at = clock.now();
  return archive.change((tx) =>
    tx.log({
      subject: 'entry',
      subjectId: entryId,
      ...fieldChanged('foedselsnummerVist', blank, shown(whose)),
      at,
      by: user.name,
    }),
  );
};
