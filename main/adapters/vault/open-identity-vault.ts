import { createHmac } from 'node:crypto';
import type { IdentityVault } from '../../ports/vault.ts';
import { deriveKey, openSeal } from './open-seal.ts';

/**
 * Seals as {@link openSeal} does and fingerprints with HMAC-SHA256, under keys of their own derived from `key` (32 bytes).
 * Throws {@link VaultLocked} for a key of another length.
 */
export function openIdentityVault(key: Uint8Array): IdentityVault {
  const seal = openSeal(key, 'segl/identity/seal/1');
  const fingerprintKey = deriveKey(key, 'segl/identity/mark/1');
  return {
    seal: async (text) => seal.close(Buffer.from(text, 'utf8')),
    open: async (sealed) => Buffer.from(seal.open(sealed)).toString('utf8'),
    fingerprint: async (digits) => createHmac('sha256', fingerprintKey).update(digits, 'utf8').digest('hex'),
  };
}
