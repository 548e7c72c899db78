import { VaultLocked } from '../../ports/vault.ts';
import type { Needs } from '../needs.ts';

/** What the vault has sealed; `undefined` where its key is gone, so that a lost key costs the numbers and nothing else. */
export const openSealed = async (
  { vault }: Pick<Needs, 'vault'>,
  sealed: Uint8Array,
): Promise<string | undefined> => {
  try {
    return await vault.open(sealed);
  } catch (fault) {
    if (fault instanceof VaultLocked) return undefined;
    throw fault;
  }
};
