import type { FileSeal } from '../../ports/vault.ts';
import { openSeal, SEAL_HEAD_BYTES, SEAL_TAG_BYTES } from './open-seal.ts';

/**
 * Seals as {@link openSeal} does, under a key of its own derived from `key` (32 bytes), with head and tag set apart from
 * the bytes. Throws {@link VaultLocked} for a key of another length.
 */
export function openFileSeal(key: Uint8Array): FileSeal {
  const seal = openSeal(key, 'segl/file/seal/1');
  return {
    close: (bytes) => {
      const closed = seal.close(bytes);
      const tagAt = closed.byteLength - SEAL_TAG_BYTES;
      return {
        bytes: closed.slice(SEAL_HEAD_BYTES, tagAt),
        seal: joined(closed.subarray(0, SEAL_HEAD_BYTES), closed.subarray(tagAt)),
      };
    },
    open: (bytes, kept) =>
      seal.open(joined(kept.subarray(0, SEAL_HEAD_BYTES), bytes, kept.subarray(SEAL_HEAD_BYTES))),
  };
}

const joined = (...parts: readonly Uint8Array[]): Uint8Array => new Uint8Array(Buffer.concat(parts));
