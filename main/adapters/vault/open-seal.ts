import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';
import { VaultLocked } from '../../ports/vault.ts';

const KEY_BYTES = 32;
const VERSION = 1;
const NONCE_BYTES = 12;
/** What stands before and after the ciphertext. */
export const SEAL_HEAD_BYTES = 1 + NONCE_BYTES;
export const SEAL_TAG_BYTES = 16;

export type Seal = {
  close(bytes: Uint8Array): Uint8Array;
  /** Throws {@link VaultLocked} for another key or altered bytes. */
  open(sealed: Uint8Array): Uint8Array;
};

/**
 * AES-256-GCM under a key derived from `key` (32 bytes) for one purpose. Sealed form: version byte, 12 bytes of nonce,
 * ciphertext, 16 bytes of tag. Throws {@link VaultLocked} for a key of another length.
 */
export function openSeal(key: Uint8Array, purpose: string): Seal {
  const sealingKey = deriveKey(key, purpose);
  return {
    close: (bytes) => {
      const nonce = randomBytes(NONCE_BYTES);
      const cipher = createCipheriv('aes-256-gcm', sealingKey, nonce);
      cipher.setAAD(Uint8Array.of(VERSION));
      const body = Buffer.concat([cipher.update(bytes), cipher.final()]);
      return new Uint8Array(Buffer.concat([Uint8Array.of(VERSION), nonce, body, cipher.getAuthTag()]));
    },
    open: (sealed) => {
      if (sealed.byteLength < SEAL_HEAD_BYTES + SEAL_TAG_BYTES || sealed[0] !== VERSION)
        throw new VaultLocked('sealed bytes of an unknown form');
      const tagAt = sealed.byteLength - SEAL_TAG_BYTES;
      try {
        const decipher = createDecipheriv('aes-256-gcm', sealingKey, sealed.subarray(1, SEAL_HEAD_BYTES));
        decipher.setAAD(Uint8Array.of(VERSION));
        decipher.setAuthTag(sealed.subarray(tagAt));
        const body = decipher.update(sealed.subarray(SEAL_HEAD_BYTES, tagAt));
        return new Uint8Array(Buffer.concat([body, decipher.final()]));
      } catch (cause) {
        throw new VaultLocked('another key, or altered bytes', { cause });
      }
    },
  };
}

/** By HKDF-SHA256. No salt: the input is already 32 random bytes, and the purpose keeps the keys apart. */
export function deriveKey(key: Uint8Array, purpose: string): Uint8Array {
  if (key.byteLength !== KEY_BYTES) throw new VaultLocked(`the vault key has ${key.byteLength} bytes`);
  return new Uint8Array(hkdfSync('sha256', key, new Uint8Array(), purpose, KEY_BYTES));
}
