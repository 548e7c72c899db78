import { randomBytes } from 'node:crypto';
import { expect, test } from 'vitest';
import { openFileSeal } from '../../../main/adapters/vault/open-file-seal.ts';
import { VaultLocked } from '../../../main/ports/vault.ts';

const file = new Uint8Array(randomBytes(1_000));

test('a sealed file keeps its length, and opens under its key only', () => {
  const key = new Uint8Array(randomBytes(32));
  const closed = openFileSeal(key).close(file);
  expect([closed.bytes.byteLength, closed.seal.byteLength]).toEqual([1_000, 29]);
  expect(Buffer.from(closed.bytes).includes(Buffer.from(file.subarray(0, 8)))).toBe(false);
  expect(openFileSeal(key).open(closed.bytes, closed.seal)).toEqual(file);
  const other = openFileSeal(new Uint8Array(randomBytes(32)));
  expect(() => other.open(closed.bytes, closed.seal)).toThrow(VaultLocked);
});

test('an altered byte of the file or of its seal is found', () => {
  const seal = openFileSeal(new Uint8Array(randomBytes(32)));
  const closed = seal.close(file);
  const flipped = (bytes: Uint8Array) => bytes.map((byte, at) => (at === 20 ? byte ^ 1 : byte));
  expect(() => seal.open(flipped(closed.bytes), closed.seal)).toThrow(VaultLocked);
  expect(() => seal.open(closed.bytes, flipped(closed.seal))).toThrow(VaultLocked);
});
