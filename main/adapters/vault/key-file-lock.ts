import { copyFileSync, existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { type VaultLock, VaultLocked } from '../../ports/vault.ts';

export const KEY_BYTES = 32;

/** The vault key in a file that only its owner may read. */
export const keyFileLock = (path: string): VaultLock => ({
  open: async () => {
    let key: Uint8Array;
    try {
      key = new Uint8Array(readFileSync(path));
    } catch (fault) {
      if (fault instanceof Error && 'code' in fault && fault.code === 'ENOENT') return undefined;
      throw new VaultLocked(`${path} cannot be read`, { cause: fault });
    }
    if (key.byteLength !== KEY_BYTES) throw new VaultLocked(`${path} is not a vault key`);
    return key;
  },
  keep: async (key) => {
    keepBeside(path);
    writeWhole(path, key);
  },
});

/** A key for as long as the program runs: for archives that are thrown away. */
export function keyInMemory(first?: Uint8Array): VaultLock {
  let kept = first;
  return {
    open: async () => kept,
    keep: async (key) => {
      kept = key;
    },
  };
}

/** Half a key is a lost key, so whole or not at all. */
export function writeWhole(path: string, bytes: Uint8Array): void {
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  writeFileSync(`${path}.new`, bytes, { mode: 0o600, flush: true });
  renameSync(`${path}.new`, path);
}

/** What ever opened a vault is not thrown away when another takes its place. */
export function keepBeside(path: string): void {
  if (!existsSync(path)) return;
  let name = `${path}.before`;
  for (let count = 2; existsSync(name); count += 1) name = `${path}.before-${count}`;
  copyFileSync(path, name);
}
