import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, expect, test } from 'vitest';
import { type KeyRing, keepSealedKey } from '../../../main/hosts/electron/keep-sealed-key.ts';
import { VaultLocked } from '../../../main/ports/vault.ts';

let path: string;
beforeEach(() => {
  path = join(mkdtempSync(join(tmpdir(), 'segl-ring-')), 'keys', 'key.sealed');
});

/** A key ring that seals by writing its owner in front. */
const ringOf = (owner: string, more: { available?: boolean; rotated?: boolean } = {}): KeyRing => ({
  isAsyncEncryptionAvailable: async () => more.available ?? true,
  encryptStringAsync: async (text) => Buffer.from(`${owner}${more.rotated ? '+' : ''}:${text}`),
  decryptStringAsync: async (sealed) => {
    const [mark, text] = sealed.toString().split(':', 2);
    if (text === undefined || mark?.replace('+', '') !== owner) throw new Error('not mine');
    return { result: text, shouldReEncrypt: more.rotated ?? false };
  },
});

test('the key is made once and is never on disk as it is', async () => {
  const key = await keepSealedKey(path, ringOf('kari'));
  expect(key.byteLength).toBe(32);
  expect(await keepSealedKey(path, ringOf('kari'))).toEqual(key);
  expect(readFileSync(path).includes(Buffer.from(key))).toBe(false);
});
test('another user’s key ring does not open it, and does not replace it', async () => {
  const key = await keepSealedKey(path, ringOf('kari'));
  await expect(keepSealedKey(path, ringOf('ola'))).rejects.toBeInstanceOf(VaultLocked);
  expect(await keepSealedKey(path, ringOf('kari'))).toEqual(key);
});
test('without a key ring nothing is kept in the clear', async () => {
  await expect(keepSealedKey(path, ringOf('kari', { available: false }))).rejects.toBeInstanceOf(VaultLocked);
  expect(() => readFileSync(path)).toThrow();
});
test('a key ring that has changed its own key seals anew', async () => {
  const key = await keepSealedKey(path, ringOf('kari'));
  expect(await keepSealedKey(path, ringOf('kari', { rotated: true }))).toEqual(key);
  expect(readFileSync(path, 'utf8')).toMatch(/^kari\+:/);
});
