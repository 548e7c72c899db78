import { VaultLocked } from '../../ports/vault.ts';
import type { Needs } from '../needs.ts';

/** A lost key costs the numbers that were typed, not the dialog: `undefined`, and the fields say that they are empty. */
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
