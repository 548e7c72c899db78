import { ok, type Result, refuse } from '../../../domain/basics.ts';
import { readIdentityNumber } from '../../../domain/identity-number.ts';
import { isOrganisationNumber } from '../../../domain/organisation-number.ts';
import { type PartyInput, tidyParty } from '../../../domain/party-input.ts';
import type { Needs } from '../needs.ts';

export type PartyRefusal = 'identity-number-wrong' | 'organisation-number-wrong';

/**
 * Seals the identity numbers of parties, by position; `undefined` where none was typed. A number that cannot be right,
 * the firm's own or the person's, is refused with the party's name, so that nothing wrong is kept.
 */
export const sealIdentities =
  ({ vault }: Pick<Needs, 'vault'>) =>
  async (
    parties: readonly PartyInput[],
  ): Promise<Result<readonly (Uint8Array | undefined)[], PartyRefusal>> => {
    const sealed: (Uint8Array | undefined)[] = [];
    for (const party of parties) {
      const { organisationNumber } = tidyParty(party);
      if (organisationNumber && !isOrganisationNumber(organisationNumber))
        return refuse('organisation-number-wrong', { name: party.name });
      const typed = party.identityNumber?.trim() ?? '';
      const identity = typed === '' ? undefined : readIdentityNumber(typed);
      if (typeof identity === 'string')
        return refuse('identity-number-wrong', { name: party.name, fault: identity });
      sealed.push(identity && (await vault.seal(identity.digits)));
    }
    return ok(sealed);
  };
