import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { keyInMemory } from '../../main/adapters/vault/key-file-lock.ts';
import type { KnownArchive, KnownArchiveKeeper } from '../../main/ports/known-archive.ts';
import { VaultLocked } from '../../main/ports/vault.ts';
import { ingrid } from '../support/desk.ts';

import { folder, found, lockedFor, numberOf, open, withRecoveryKey } from '../support/production-door.ts';

test('on another machine the paper opens the vault, and the machine’s own lock does from then on', async () => {
  const first = await open(keyInMemory());
  const entryId = await found(first);
  const recoveryKey = await withRecoveryKey(first);
  await first.close();

  const newMachine = keyInMemory();
  const desk = await open(newMachine);
  expect(await desk.refused('session.open')).toMatchObject({
    code: 'vault-locked',
    facts: { reason: 'no-key', recoverable: 'yes', language: 'nb' },
  });
  expect(await newMachine.open()).toBeUndefined();
  expect(await desk.refused('desk.baskets')).toMatchObject({ code: 'vault-locked' });
  expect(await desk.app.stage(Uint8Array.of(1))).toMatchObject({ ok: false });
  expect(await desk.refused('vault.recover', { recoveryKey: 'tull' })).toMatchObject({
    code: 'recovery-key-misspelt',
  });
  expect(await desk.refused('vault.tryAgain')).toMatchObject({ facts: { reason: 'no-key' } });
  await desk.ask('vault.recover', { recoveryKey });
  expect(await numberOf(desk, entryId)).toBe(ingrid.identityNumber);
  await desk.close();

  const again = await open(newMachine);
  expect(await numberOf(again, entryId)).toBe(ingrid.identityNumber);
  expect(await again.refused('vault.recover', { recoveryKey })).toMatchObject({ code: 'not-found' });
});

test('a key of another archive is not taken for the right one', async () => {
  const first = await open(keyInMemory());
  const entryId = await found(first);
  const recoveryKey = await withRecoveryKey(first);
  await first.close();
  const desk = await open(keyInMemory(new Uint8Array(32).fill(1)));
  expect(await desk.refused('session.open')).toMatchObject({ facts: { reason: 'other-key' } });
  await desk.ask('vault.recover', { recoveryKey });
  expect(await numberOf(desk, entryId)).toBe(ingrid.identityNumber);
});

test.each(['refused', 'no-ring'] as const)(
  'with a first lock that is no use (%s) the paper opens the vault, each time anew',
  async (reason) => {
    const lock = keyInMemory();
    const first = await open(lock);
    const entryId = await found(first);
    const recoveryKey = await withRecoveryKey(first);
    await first.close();
    for (const _ of ['once', 'again']) {
      const desk = await open(lockedFor(reason));
      expect(await desk.refused('session.open')).toMatchObject({ code: 'vault-locked', facts: { reason } });
      await desk.ask('vault.recover', { recoveryKey });
      expect(await numberOf(desk, entryId)).toBe(ingrid.identityNumber);
      await desk.close();
    }
  },
);
test.each(['vault.recover', 'vault.startNew'] as const)(
  'with a ring that hides nothing, %s is refused, also with the paper at hand',
  async (method) => {
    const first = await open(keyInMemory());
    await found(first);
    const recoveryKey = await withRecoveryKey(first);
    await first.close();
    const desk = await open(lockedFor('plain-ring'));
    expect(await desk.refused(method, { recoveryKey })).toMatchObject({
      code: 'vault-locked',
      facts: { reason: 'plain-ring' },
    });
  },
);
test('a new vault needs a lock that keeps its key', async () => {
  const first = await open(keyInMemory());
  await found(first);
  await first.close();
  const desk = await open(lockedFor('no-ring'));
  expect(await desk.refused('vault.startNew')).toMatchObject({ facts: { reason: 'no-ring' } });
});
test('a ring that is unlocked meanwhile opens on the next try', async () => {
  const lock = keyInMemory();
  const first = await open(lock);
  const entryId = await found(first);
  await first.close();
  let locked = true;
  const desk = await open({
    keep: lock.keep,
    open: () => (locked ? Promise.reject(new VaultLocked('no')) : lock.open()),
  });
  expect(await desk.refused('vault.tryAgain')).toMatchObject({ facts: { reason: 'refused' } });
  locked = false;
  await desk.ask('vault.tryAgain', {});
  expect(await numberOf(desk, entryId)).toBe(ingrid.identityNumber);
});
test('a ring that locks while Segl runs disturbs nobody, nor a new recovery key', async () => {
  let locked = false;
  const lock = keyInMemory();
  const desk = await open({
    open: () => (locked ? Promise.reject(new VaultLocked('no')) : lock.open()),
    keep: (key) => (locked ? Promise.reject(new VaultLocked('no')) : lock.keep(key)),
  });
  const entryId = await found(desk);
  locked = true;
  expect(await numberOf(desk, entryId)).toBe(ingrid.identityNumber);
  await withRecoveryKey(desk);
});

test('with both keys lost the archive still opens; what the old vault holds stays, unreadable', async () => {
  const old = keyInMemory();
  const first = await open(old);
  const entryId = await found(first);
  const oldKey = await withRecoveryKey(first);
  await first.close();
  const fresh = keyInMemory();
  const desk = await open(fresh);
  await desk.ask('vault.startNew', {});
  expect(await numberOf(desk, entryId)).toMatchObject({ code: 'identity-locked' });
  expect(await desk.ask('session.open', {})).toMatchObject({ recoveryKeyDue: true });
  expect(await desk.refused('vault.testRecoveryKey', { recoveryKey: oldKey })).toMatchObject({
    code: 'recovery-key-missing',
  });
  await desk.close();
  // The next start is by the new key, and the old one is another archive's.
  expect(await (await open(fresh)).ask('vault.read', {})).toMatchObject({ change: { may: true } });
});

test('without a key ring no production archive is founded, and it is said why', async () => {
  const desk = await open(lockedFor('plain-ring'));
  const create = {
    recordCreator: { name: 'Prøvevik kommune', organisationNumber: '974760673' },
    title: 'Drift',
    user: { name: 'Siri', initials: 'SS', adminUnit: 'Arkiv' },
    classes: '4 Personell',
  };
  expect(await desk.refused('archive.create', create)).toMatchObject({
    code: 'vault-locked',
    facts: { reason: 'plain-ring' },
  });
  expect(await desk.refused('session.open')).toMatchObject({ code: 'archive-not-set-up' });
});
test('a folder without the archive that was last open there is no invitation to found another', async () => {
  let known: KnownArchive | undefined;
  const keeper: KnownArchiveKeeper = {
    read: () => known,
    remember: (archive) => {
      known = archive;
    },
  };
  const lock = keyInMemory();
  const first = await open(lock, keeper);
  await found(first);
  await first.close();
  // The drive is not mounted: the folder is there, and empty.
  for (const name of readdirSync(folder)) rmSync(join(folder, name), { recursive: true });
  const desk = await open(lock, keeper);
  const facts = { archive: known?.id, title: 'Drift – Prøvevik', folder };
  expect(await desk.refused('session.open')).toMatchObject({ code: 'archive-missing', facts });
  const create = {
    recordCreator: { name: 'Prøvevik kommune', organisationNumber: '974760673' },
    title: 'Drift 2',
    user: { name: 'Siri', initials: 'SS', adminUnit: 'Arkiv' },
    classes: '4 Personell',
  };
  expect(await desk.refused('archive.create', create)).toMatchObject({ code: 'archive-missing', facts });
  expect(readdirSync(folder)).toEqual([]);
  await desk.ask('archive.create', { ...create, insteadOf: known?.id });
  expect(known?.title).toBe('Drift 2');
});
