import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { keyInMemory } from '../../main/adapters/vault/key-file-lock.ts';

import { choosePreferences, folder, found, open, withRecoveryKey } from '../support/production-door.ts';

test('setting up ends with a recovery key, which counts from when it was entered', async () => {
  const desk = await open(keyInMemory());
  await found(desk);
  expect(await desk.ask('session.open', {})).toMatchObject({ recoveryKeyDue: true });
  expect((await desk.ask('vault.read', {})).recovery).toBeUndefined();
  const { recoveryKey } = await desk.ask('vault.makeRecoveryKey', {});
  expect((await desk.ask('vault.read', {})).recovery).toBeUndefined();
  const misspelt = recoveryKey.replace(/.$/, (last) => (last === 'Q' ? 'P' : 'Q'));
  expect(await desk.refused('vault.confirmRecoveryKey', { recoveryKey: misspelt })).toMatchObject({
    code: 'recovery-key-misspelt',
  });
  await desk.ask('vault.confirmRecoveryKey', { recoveryKey: recoveryKey.toLowerCase() });
  expect(await desk.ask('session.open', {})).toMatchObject({ recoveryKeyDue: false });
  expect((await desk.ask('vault.read', {})).recovery?.recipient).toMatch(/^age1/);
  await desk.ask('vault.testRecoveryKey', { recoveryKey });
  await desk.close();
  expect(readFileSync(join(folder, 'archive.db')).includes(Buffer.from(recoveryKey.slice(20)))).toBe(false);
});

test('it is changed by a new one; until that is entered the old one counts, afterwards not', async () => {
  const desk = await open(keyInMemory());
  await found(desk);
  const old = await withRecoveryKey(desk);
  const { recoveryKey } = await desk.ask('vault.makeRecoveryKey', {});
  await desk.ask('vault.testRecoveryKey', { recoveryKey: old });
  await desk.ask('vault.confirmRecoveryKey', { recoveryKey });
  expect(await desk.refused('vault.testRecoveryKey', { recoveryKey: old })).toMatchObject({
    code: 'recovery-key-wrong',
  });
});

test('only the system owner makes one', async () => {
  const desk = await open(keyInMemory());
  await found(desk);
  const { user } = await desk.ask('session.open', {});
  const { userId } = await desk.ask('users.add', {
    name: 'Sigrid Saksbehandler',
    initials: 'SAK',
    adminUnit: user.adminUnit,
    roles: ['caseworker'],
  });
  choosePreferences({ userId });
  expect(await desk.ask('session.open', {})).toMatchObject({ recoveryKeyDue: false });
  for (const name of ['vault.makeRecoveryKey', 'vault.confirmRecoveryKey', 'vault.testRecoveryKey'] as const)
    expect(await desk.refused(name, { recoveryKey: 'x' })).toMatchObject({ code: 'not-allowed' });
});
