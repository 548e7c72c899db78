import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto';
import { type IdentityVault, VaultLocked } from '../../ports/surroundings.ts';

const KEY_BYTES = 32;
const VERSION = 1;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/**
 * Seals with AES-256-GCM and marks with HMAC-SHA256, under two keys derived from `key` (32 bytes) by HKDF-SHA256.
 * Sealed form: version byte, 12 bytes of nonce, ciphertext, 16 bytes of tag. Throws {@link VaultLocked} for a key of
 * another length.
 */
export function openIdentityVault(key: Uint8Array): IdentityVault {
  if (key.byteLength !== KEY_BYTES) throw new VaultLocked(`the vault key has ${key.byteLength} bytes`);
  const sealingKey = derive(key, 'segl/identity/seal/1');
  const markingKey = derive(key, 'segl/identity/mark/1');
  return {
    seal: async (text) => {
      const nonce = randomBytes(NONCE_BYTES);
      const cipher = createCipheriv('aes-256-gcm', sealingKey, nonce);
      cipher.setAAD(Uint8Array.of(VERSION));
      const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
      return new Uint8Array(Buffer.concat([Uint8Array.of(VERSION), nonce, body, cipher.getAuthTag()]));
    },
    open: async (sealed) => {
      if (sealed.byteLength < 1 + NONCE_BYTES + TAG_BYTES || sealed[0] !== VERSION)
        throw new VaultLocked('sealed bytes of an unknown form');
      const tagAt = sealed.byteLength - TAG_BYTES;
      try {
        const decipher = createDecipheriv('aes-256-gcm', sealingKey, sealed.subarray(1, 1 + NONCE_BYTES));
        decipher.setAAD(Uint8Array.of(VERSION));
        decipher.setAuthTag(sealed.subarray(tagAt));
        const body = decipher.update(sealed.subarray(1 + NONCE_BYTES, tagAt));
        return Buffer.concat([body, decipher.final()]).toString('utf8');
      } catch (cause) {
        throw new VaultLocked('another key, or altered bytes', { cause });
      }
    },
    mark: async (digits) => createHmac('sha256', markingKey).update(digits, 'utf8').digest('hex'),
  };
}

// No salt: the input is already 32 random bytes, and the purpose keeps the two keys apart.
const derive = (key: Uint8Array, purpose: string) =>
  new Uint8Array(hkdfSync('sha256', key, new Uint8Array(), purpose, KEY_BYTES));
