import { ok, type Result, refuse } from '../domain/basics.ts';
import { readIdentityNumber } from '../domain/identity-number.ts';
import type { PartyInput } from '../domain/party-input.ts';
import type { Needs } from './needs.ts';

/**
 * Seals the identity numbers of parties, by position; `undefined` where none was typed. A number that cannot be right
 * is refused with the party's name, so that nothing wrong is kept.
 */
export const sealIdentities =
  ({ vault }: Pick<Needs, 'vault'>) =>
  async (
    parties: readonly PartyInput[],
  ): Promise<Result<readonly (Uint8Array | undefined)[], 'identity-number-wrong'>> => {
    const sealed: (Uint8Array | undefined)[] = [];
    for (const party of parties) {
      const typed = party.identityNumber?.trim() ?? '';
      const identity = typed === '' ? undefined : readIdentityNumber(typed);
      if (typeof identity === 'string')
        return refuse('identity-number-wrong', { name: party.name, fault: identity });
      sealed.push(identity && (await vault.seal(identity.digits)));
    }
    return ok(sealed);
  };
