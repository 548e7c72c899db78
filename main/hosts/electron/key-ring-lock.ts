import { existsSync, readFileSync } from 'node:fs';
import { KEY_BYTES, keepBeside, writeWhole } from '../../adapters/vault/key-file-lock.ts';
import { type VaultLock, VaultLocked } from '../../ports/vault.ts';

/** The part of `safeStorage` used here: the operating system's own key ring. */
export interface KeyRing {
  isAsyncEncryptionAvailable(): Promise<boolean>;
  encryptStringAsync(text: string): Promise<Buffer>;
  decryptStringAsync(sealed: Buffer): Promise<{ readonly result: string; readonly shouldReEncrypt: boolean }>;
  /** Linux only. */
  getSelectedStorageBackend?(): string;
}

/**
 * The 32-byte vault key, sealed by the user's key ring at `path`. Chromium's «basic_text» on Linux seals with a password that
 * is public, so it does not count as a key ring.
 */
export const keyRingLock = (path: string, ring: KeyRing, log: (line: string) => void): VaultLock => {
  const requireRing = async () => {
    if (process.platform === 'linux' && ring.getSelectedStorageBackend?.() === 'basic_text')
      throw new VaultLocked('the key ring hides nothing', { reason: 'plain-ring' });
    if (!(await ring.isAsyncEncryptionAvailable()))
      throw new VaultLocked('no key ring on this machine', { reason: 'no-ring' });
  };
  const seal = async (key: Uint8Array) => {
    const sealed = await ring
      .encryptStringAsync(Buffer.from(key).toString('base64'))
      .catch((cause: unknown) => {
        throw new VaultLocked('the key ring seals nothing', { cause });
      });
    return new Uint8Array(sealed);
  };
  return {
    open: async () => {
      await requireRing();
      if (!existsSync(path)) return undefined;
      const { result, shouldReEncrypt } = await ring
        .decryptStringAsync(readFileSync(path))
        .catch((cause: unknown) => {
          throw new VaultLocked('the key ring does not open the vault key', { cause });
        });
      const key = new Uint8Array(Buffer.from(result, 'base64'));
      if (key.byteLength !== KEY_BYTES) throw new VaultLocked(`${path} holds no vault key`);
      if (shouldReEncrypt)
        await seal(key).then(
          (sealed) => writeWhole(path, sealed),
          // The key has been read and its sealed copy is still valid; re-sealing can wait if the ring is locked now.
          () => log('the key ring asks for the vault key to be sealed anew, and did not do it'),
        );
      return key;
    },
    keep: async (key) => {
      await requireRing();
      const sealed = await seal(key);
      keepBeside(path);
      writeWhole(path, sealed);
    },
  };
};
