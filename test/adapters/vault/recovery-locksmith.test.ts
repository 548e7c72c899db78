import fc from 'fast-check';
import { expect, test } from 'vitest';
import { recoveryLocksmith as locksmith } from '../../../main/adapters/vault/recovery-locksmith.ts';

const vaultKey = new Uint8Array(32).fill(8);

test('what is sealed for a recovery key is opened by it, and by no other', async () => {
  const [mine, other] = [await locksmith.make(vaultKey), await locksmith.make(vaultKey)];
  expect(await locksmith.open(mine.sealedKey, mine.recoveryKey)).toEqual({ ok: true, value: vaultKey });
  expect(await locksmith.open(mine.sealedKey, other.recoveryKey)).toMatchObject({
    refusal: { code: 'recovery-key-wrong' },
  });
  expect(Buffer.from(mine.sealedKey).includes(Buffer.from(vaultKey))).toBe(false);
  expect(mine.recipient).toMatch(/^age1[a-z0-9]{58}$/);
  expect(Buffer.from(mine.sealedKey.subarray(0, 21)).toString()).toBe('age-encryption.org/v1');
});

test('however it is typed from the paper, it is the same key', async () => {
  const { recoveryKey, sealedKey } = await locksmith.make(vaultKey);
  const bare = recoveryKey.slice('AGE-SECRET-KEY-1'.length);
  const grouped = bare.match(/.{1,4}/g)?.join(' ') ?? '';
  for (const typed of [grouped, bare, bare.toLowerCase(), ` ${recoveryKey}\n`, `AGE-SECRET-KEY-1 ${grouped}`])
    expect(await locksmith.open(sealedKey, typed)).toMatchObject({ ok: true });
});

test('one sign wrong, two changed places or one left out is a misspelling, never another key', async () => {
  const { recoveryKey, sealedKey } = await locksmith.make(vaultKey);
  const signs = 'QPZRY9X8GF2TVDW0S3JN54KHCE6MUA7L';
  const start = 'AGE-SECRET-KEY-1'.length;
  const code = async (typed: string) => {
    const opened = await locksmith.open(sealedKey, typed);
    return opened.ok ? 'opened' : opened.refusal.code;
  };
  await fc.assert(
    fc.asyncProperty(
      fc.integer({ min: start, max: recoveryKey.length - 1 }),
      fc.integer({ min: 1, max: signs.length - 1 }),
      async (at, step) => {
        const right = recoveryKey.charAt(at);
        const wrong = signs.charAt((signs.indexOf(right) + step) % signs.length);
        expect(await code(recoveryKey.slice(0, at) + wrong + recoveryKey.slice(at + 1))).toBe(
          'recovery-key-misspelt',
        );
        expect(await code(recoveryKey.slice(0, at) + recoveryKey.slice(at + 1))).toBe(
          'recovery-key-misspelt',
        );
      },
    ),
    { numRuns: 60 },
  );
  expect(await code('')).toBe('recovery-key-misspelt');
  expect(await code('age1qqqq')).toBe('recovery-key-misspelt');
});

test('a vault key is recognised without being told', () => {
  expect(locksmith.markOf(vaultKey)).toMatch(/^[0-9a-f]{64}$/);
  expect(locksmith.markOf(vaultKey)).toBe(locksmith.markOf(new Uint8Array(32).fill(8)));
  expect(locksmith.markOf(vaultKey)).not.toBe(locksmith.markOf(new Uint8Array(32).fill(9)));
  expect(locksmith.newVaultKey()).toHaveLength(32);
});
