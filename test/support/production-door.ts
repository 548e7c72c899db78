import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, onTestFinished } from 'vitest';
import type { Preferences } from '../../domain/preferences.ts';
import { startNodeChild } from '../../main/adapters/children/start-node-child.ts';
import { openSecretFiles } from '../../main/adapters/vault/open-secret-files.ts';
import { createApplication } from '../../main/application/application.ts';
import type { KnownArchiveKeeper } from '../../main/ports/known-archive.ts';
import { type VaultLock, VaultLocked, type VaultLockReason } from '../../main/ports/vault.ts';
import type { InputOf, MethodName, OutputOf } from '../../preload/contract/contract.ts';
import { ingrid } from './desk.ts';
import { preferencesInMemory } from './preferences-in-memory.ts';

export let folder: string;
let preferences = preferencesInMemory();
export const choosePreferences = (chosen: Partial<Preferences>): void => preferences.write(chosen);
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'segl-hvelv-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  preferences = preferencesInMemory();
});

export async function open(vaultLock: VaultLock, knownArchive?: KnownArchiveKeeper) {
  const app = await createApplication({
    archiveFolder: folder,
    kind: 'production',
    startChild: startNodeChild,
    vaultLock,
    ...(knownArchive && { knownArchive }),
    preferences,
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
export type Desk = Awaited<ReturnType<typeof open>>;

/** A municipality's archive with a letter to a person whose number is in the vault. */
export async function found({ ask }: Desk) {
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
export const numberOf = async ({ ask, refused }: Desk, entryId: Awaited<ReturnType<typeof found>>) => {
  const [party] = (await ask('entries.open', { entryId })).parties;
  const input = {
    entryId,
    partyId: party?.id ?? ('' as never),
    reason: { ground: 'register', words: '' } as const,
  };
  const answer = await refused('entries.revealIdentity', input);
  return answer === 'no refusal' ? (await ask('entries.revealIdentity', input)).identityNumber : answer;
};
export async function withRecoveryKey({ ask }: Desk): Promise<string> {
  const { recoveryKey } = await ask('vault.makeRecoveryKey', {});
  await ask('vault.confirmRecoveryKey', { recoveryKey });
  return recoveryKey;
}
export const lockedFor = (reason: VaultLockReason): VaultLock => ({
  open: () => Promise.reject(new VaultLocked('no', { reason })),
  keep: () => Promise.reject(new VaultLocked('no', { reason })),
});
