import { randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { VaultLocked } from '../../ports/vault.ts';

const KEY_BYTES = 32;

/**
 * Reads the 32-byte key at `path`, or makes one that only its owner may read. Throws {@link VaultLocked} for a file of
 * another length: a new key would leave what the old one sealed unreadable.
 */
export function keepKeyFile(path: string): Uint8Array {
  try {
    const key = new Uint8Array(readFileSync(path));
    if (key.byteLength !== KEY_BYTES) throw new VaultLocked(`${path} is not a vault key`);
    return key;
  } catch (fault) {
    if (!isMissing(fault)) throw fault;
  }
  const key = new Uint8Array(randomBytes(KEY_BYTES));
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  // `wx`: never over a key that came into being meanwhile.
  writeFileSync(path, key, { mode: 0o600, flag: 'wx', flush: true });
  return key;
}

const isMissing = (fault: unknown) => fault instanceof Error && 'code' in fault && fault.code === 'ENOENT';
