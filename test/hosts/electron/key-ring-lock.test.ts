import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, expect, onTestFinished, test } from 'vitest';
import { type KeyRing, keyRingLock } from '../../../main/hosts/electron/key-ring-lock.ts';

let path: string;
let lines: string[];
const key = new Uint8Array(32).fill(3);
beforeEach(() => {
  const folder = mkdtempSync(join(tmpdir(), 'segl-ring-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  path = join(folder, 'keys', 'key.sealed');
  lines = [];
});

type Odd = { available?: boolean; rotated?: boolean; backend?: string; locksAfter?: number };
/** A key ring that seals by writing its owner in front; it may lock itself after so many questions. */
const ringOf = (
  owner: string,
  { available = true, rotated = false, backend, locksAfter = 99 }: Odd = {},
): KeyRing => {
  let asked = 0;
  const ask = () => {
    asked += 1;
    if (asked > locksAfter) throw new Error('locked meanwhile');
  };
  return {
    isAsyncEncryptionAvailable: async () => available,
    encryptStringAsync: async (text) => {
      ask();
      return Buffer.from(`${owner}${rotated ? '+' : ''}:${text}`);
    },
    decryptStringAsync: async (sealed) => {
      ask();
      const [mark, text] = sealed.toString().split(':', 2);
      if (text === undefined || mark?.replace('+', '') !== owner) throw new Error('not mine');
      return { result: text, shouldReEncrypt: rotated };
    },
    ...(backend !== undefined && { getSelectedStorageBackend: () => backend }),
  };
};
const lockOf = (owner: string, odd?: Odd) =>
  keyRingLock(path, ringOf(owner, odd), (line) => void lines.push(line));

test('the key is kept sealed, and is never on disk as it is', async () => {
  expect(await lockOf('kari').open()).toBeUndefined();
  await lockOf('kari').keep(key);
  expect(await lockOf('kari').open()).toEqual(key);
  expect(readFileSync(path).includes(Buffer.from(key))).toBe(false);
});
test('another user’s key ring does not open it, and does not replace it', async () => {
  await lockOf('kari').keep(key);
  await expect(lockOf('ola').open()).rejects.toMatchObject({ reason: 'refused' });
  expect(await lockOf('kari').open()).toEqual(key);
});
test('a key that takes the place of another leaves that one beside it', async () => {
  await lockOf('ola').keep(new Uint8Array(32).fill(4));
  await lockOf('kari').keep(key);
  expect(await lockOf('kari').open()).toEqual(key);
  expect(readFileSync(`${path}.before`, 'utf8')).toMatch(/^ola:/);
});
test('without a key ring nothing is kept in the clear', async () => {
  const without = lockOf('kari', { available: false });
  await expect(without.open()).rejects.toMatchObject({ reason: 'no-ring' });
  await expect(without.keep(key)).rejects.toMatchObject({ reason: 'no-ring' });
  expect(existsSync(path)).toBe(false);
});
test.skipIf(process.platform !== 'linux')('a key ring that hides nothing is none', async () => {
  const plain = lockOf('kari', { backend: 'basic_text' });
  await expect(plain.open()).rejects.toMatchObject({ reason: 'plain-ring' });
  await expect(plain.keep(key)).rejects.toMatchObject({ reason: 'plain-ring' });
  expect(existsSync(path)).toBe(false);
  await lockOf('kari', { backend: 'gnome_libsecret' }).keep(key);
});
test('a key ring that has changed its own key seals anew', async () => {
  await lockOf('kari').keep(key);
  expect(await lockOf('kari', { rotated: true }).open()).toEqual(key);
  expect(readFileSync(path, 'utf8')).toMatch(/^kari\+:/);
});
test('a key ring that locks itself in between has still given the key', async () => {
  await lockOf('kari').keep(key);
  expect(await lockOf('kari', { rotated: true, locksAfter: 1 }).open()).toEqual(key);
  expect(lines).toHaveLength(1);
  expect(readFileSync(path, 'utf8')).toMatch(/^kari:/);
});
test('a ring that locks while it is to seal keeps what was there', async () => {
  await lockOf('kari').keep(key);
  const locked = lockOf('kari', { locksAfter: 0 });
  await expect(locked.keep(new Uint8Array(32))).rejects.toMatchObject({ reason: 'refused' });
  expect(await lockOf('kari').open()).toEqual(key);
});
