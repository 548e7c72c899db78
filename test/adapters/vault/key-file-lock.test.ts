import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { beforeEach, expect, onTestFinished, test } from 'vitest';
import { keyFileLock } from '../../../main/adapters/vault/key-file-lock.ts';
import { VaultLocked } from '../../../main/ports/vault.ts';

let path: string;
const key = (fill: number) => new Uint8Array(32).fill(fill);
beforeEach(() => {
  const folder = mkdtempSync(join(tmpdir(), 'segl-key-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  path = join(folder, 'in', 'vault.key');
});

test('a key is made by nobody but who keeps it, for its owner only, and read back after', async () => {
  expect(await keyFileLock(path).open()).toBeUndefined();
  expect(existsSync(dirname(path))).toBe(false);
  await keyFileLock(path).keep(key(1));
  expect(await keyFileLock(path).open()).toEqual(key(1));
  if (process.platform !== 'win32') expect(statSync(path).mode & 0o777).toBe(0o600);
});
test('a damaged key file opens nothing, and lies beside the key that takes its place', async () => {
  await keyFileLock(path).keep(key(1));
  writeFileSync(path, 'short');
  await expect(keyFileLock(path).open()).rejects.toBeInstanceOf(VaultLocked);
  expect(readFileSync(path, 'utf8')).toBe('short');
  await keyFileLock(path).keep(key(2));
  await keyFileLock(path).keep(key(3));
  expect(await keyFileLock(path).open()).toEqual(key(3));
  expect(readFileSync(`${path}.before`, 'utf8')).toBe('short');
  expect(readdirSync(dirname(path)).sort()).toEqual(['vault.key', 'vault.key.before', 'vault.key.before-2']);
});
