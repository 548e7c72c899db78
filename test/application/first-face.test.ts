import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, expect, onTestFinished, test } from 'vitest';
import type { Preferences } from '../../domain/preferences.ts';
import { startNodeChild } from '../../main/adapters/children/start-node-child.ts';
import { keyInMemory } from '../../main/adapters/vault/key-file-lock.ts';
import { openSecretFiles } from '../../main/adapters/vault/open-secret-files.ts';
import { createApplication } from '../../main/application/application.ts';
import type { KnownArchive, KnownArchiveKeeper } from '../../main/ports/known-archive.ts';
import { type VaultLock, VaultLocked, type VaultLockReason } from '../../main/ports/vault.ts';
import type { InputOf, MethodName, OutputOf } from '../../preload/contract/contract.ts';
import { ingrid } from '../support/desk.ts';

let folder: string;
let preferences: Preferences;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'segl-hvelv-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  preferences = { language: 'nb', theme: 'auto' };
});

async function open(vaultLock: VaultLock, knownArchive?: KnownArchiveKeeper) {
  const app = await createApplication({
    archiveFolder: folder,
    kind: 'production',
    startChild: startNodeChild,
    vaultLock,
    ...(knownArchive && { knownArchive }),
    preferences: {
      read: () => preferences,
      write: (change) => {
        preferences = { ...preferences, ...change };
      },
    },
    secrets: (key) => openSecretFiles(join(folder, 'own'), key),
    capabilities: { openExternal: false },
    version: '0.0.0',
    log: () => {},
    checkAnswers: true,
  });
  let closed = false;
  const close = async () => {
    if (!closed) await app.close();
    closed = true;
  };
  onTestFinished(close);
  const ask = async <M extends MethodName>(name: M, input: InputOf<M>): Promise<OutputOf<M>> => {
    const reply = await app.ask(name, input);
    if (!reply.ok) throw new Error(`${name}: ${JSON.stringify(reply.refusal)}`);
    // `checkAnswers` has held it to this shape.
    return reply.value as OutputOf<M>;
  };
  const refused = async (name: MethodName, input: unknown = {}) => {
    const reply = await app.ask(name, input);
    return reply.ok ? 'no refusal' : reply.refusal;
  };
  return { app, ask, refused, close };
}
type Desk = Awaited<ReturnType<typeof open>>;

/** A municipality's archive with a letter to a person whose number is in the vault. */
async function found({ ask }: Desk) {
  await ask('archive.create', {
    recordCreator: { name: 'Prøvevik kommune', organisationNumber: '974760673' },
    title: 'Drift – Prøvevik',
    user: { name: 'Siri Systemeier', initials: 'SS', adminUnit: 'Dokumentsenteret' },
    classes: '4 Personell',
  });
  const { user } = await ask('session.open', {});
  const [only] = (await ask('cases.classes', {})).classes;
  if (!only) throw new Error('no class');
  const { caseId } = await ask('cases.create', {
    title: 'Tilsetting',
    classId: only.id,
    ownerId: user.id,
    adminUnit: user.adminUnit,
  });
  const { entryId } = await ask('entries.create', {
    caseId,
    type: 'U',
    title: 'Arbeidsavtale',
    parties: [{ kind: 'EM', isFirm: false, ...ingrid }],
  });
  return entryId;
}
const numberOf = async ({ ask, refused }: Desk, entryId: Awaited<ReturnType<typeof found>>) => {
  const [party] = (await ask('entries.open', { entryId })).parties;
  const input = { entryId, partyId: party?.id ?? ('' as never) };
  const answer = await refused('entries.revealIdentity', input);
  return answer === 'no refusal' ? (await ask('entries.revealIdentity', input)).identityNumber : answer;
};
async function withRecoveryKey({ ask }: Desk): Promise<string> {
  const { recoveryKey } = await ask('vault.makeRecoveryKey', {});
  await ask('vault.confirmRecoveryKey', { recoveryKey });
  return recoveryKey;
}
const lockedFor = (reason: VaultLockReason): VaultLock => ({
  open: () => Promise.reject(new VaultLocked('no', { reason })),
  keep: () => Promise.reject(new VaultLocked('no', { reason })),
});

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
  const { userId } = await desk.ask('users.add', {
    name: 'Sigrid Saksbehandler',
    initials: 'SAK',
    adminUnit: 'Personal',
    roles: ['caseworker'],
  });
  preferences = { ...preferences, userId };
  expect(await desk.ask('session.open', {})).toMatchObject({ recoveryKeyDue: false });
  for (const name of ['vault.makeRecoveryKey', 'vault.confirmRecoveryKey', 'vault.testRecoveryKey'] as const)
    expect(await desk.refused(name, { recoveryKey: 'x' })).toMatchObject({ code: 'not-allowed' });
});

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
