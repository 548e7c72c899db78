import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { VaultLocked } from '../../ports/vault.ts';

/** The part of `safeStorage` used here: the operating system's own key ring. */
export interface KeyRing {
  isAsyncEncryptionAvailable(): Promise<boolean>;
  encryptStringAsync(text: string): Promise<Buffer>;
  decryptStringAsync(sealed: Buffer): Promise<{ readonly result: string; readonly shouldReEncrypt: boolean }>;
}

const KEY_BYTES = 32;

/**
 * The 32-byte vault key, sealed by the user's key ring at `path` and made at first use. Throws {@link VaultLocked} when
 * the key ring is missing or does not know the file: a new key would leave what the old one sealed unreadable.
 */
export async function keepSealedKey(path: string, ring: KeyRing): Promise<Uint8Array> {
  if (!(await ring.isAsyncEncryptionAvailable())) throw new VaultLocked('no key ring on this machine');
  if (existsSync(path)) return unseal(path, ring);
  const key = new Uint8Array(randomBytes(KEY_BYTES));
  await seal(path, key, ring);
  return key;
}

async function unseal(path: string, ring: KeyRing): Promise<Uint8Array> {
  const { result, shouldReEncrypt } = await ring
    .decryptStringAsync(readFileSync(path))
    .catch((cause: unknown) => {
      throw new VaultLocked('the key ring does not open the vault key', { cause });
    });
  const key = new Uint8Array(Buffer.from(result, 'base64'));
  if (key.byteLength !== KEY_BYTES) throw new VaultLocked(`${path} holds no vault key`);
  if (shouldReEncrypt) await seal(path, key, ring);
  return key;
}

async function seal(path: string, key: Uint8Array, ring: KeyRing): Promise<void> {
  const sealed = await ring.encryptStringAsync(Buffer.from(key).toString('base64'));
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  // Whole or not at all: half a key is a lost key.
  writeFileSync(`${path}.new`, sealed, { mode: 0o600, flush: true });
  renameSync(`${path}.new`, path);
}
