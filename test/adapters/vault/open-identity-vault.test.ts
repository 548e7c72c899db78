import fc from 'fast-check';
import { expect, test } from 'vitest';
import { openIdentityVault } from '../../../main/adapters/vault/open-identity-vault.ts';
import { VaultLocked } from '../../../main/ports/vault.ts';
import { identityNumber } from '../../support/identity-number.ts';

const key = (fill: number) => new Uint8Array(32).fill(fill);
const vault = openIdentityVault(key(1));

test('what is sealed opens as it was', async () => {
  await fc.assert(
    fc.asyncProperty(fc.string({ unit: 'grapheme' }), async (text) => {
      expect(await vault.open(await vault.seal(text))).toBe(text);
    }),
  );
});
test('the same text is never sealed the same way, nor readable in it', async () => {
  const [one, two] = [await vault.seal('00000000000'), await vault.seal('00000000000')];
  expect(one).not.toEqual(two);
  expect(Buffer.from(one).includes('00000000000')).toBe(false);
});
test('any altered byte, cut or addition locks it', async () => {
  const sealed = await vault.seal('00000000000');
  const altered = [...sealed.keys()].map((at) =>
    sealed.map((byte, index) => (index === at ? byte ^ 1 : byte)),
  );
  const cuts = [
    sealed.subarray(0, 0),
    sealed.subarray(1),
    sealed.subarray(0, -1),
    Uint8Array.of(...sealed, 0),
  ];
  for (const bytes of [...altered, ...cuts])
    await expect(vault.open(bytes)).rejects.toBeInstanceOf(VaultLocked);
});
test('another key does not open it', async () => {
  const sealed = await vault.seal('00000000000');
  await expect(openIdentityVault(key(2)).open(sealed)).rejects.toBeInstanceOf(VaultLocked);
});
const number = identityNumber('14838511091');
const other = identityNumber('02917112145');
test('a number has one fingerprint under one key and another under another', async () => {
  expect(await vault.fingerprint(number)).toBe(await openIdentityVault(key(1)).fingerprint(number));
  expect(await vault.fingerprint(number)).not.toBe(await openIdentityVault(key(2)).fingerprint(number));
  expect(await vault.fingerprint(number)).not.toBe(await vault.fingerprint(other));
  expect(await vault.fingerprint(number)).toMatch(/^[0-9a-f]{64}$/);
});
test('a key of another length is no key', () => {
  expect(() => openIdentityVault(new Uint8Array(16))).toThrow(VaultLocked);
});
