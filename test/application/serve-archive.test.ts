import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import type { MachinePolicy } from '../../domain/machine-policy.ts';
import { startNodeChild } from '../../main/adapters/children/start-node-child.ts';
import { keyInMemory } from '../../main/adapters/vault/key-file-lock.ts';
import { openSecretFiles } from '../../main/adapters/vault/open-secret-files.ts';
import { createApplication } from '../../main/application/application.ts';
import type { InputOf, MethodName, OutputOf } from '../../preload/contract/contract.ts';
import { openPortalRoom } from '../support/portal-room.ts';
import { preferencesInMemory } from '../support/preferences-in-memory.ts';

const vaultLock = keyInMemory();
async function open(folder: string, policy: MachinePolicy, room: Awaited<ReturnType<typeof openPortalRoom>>) {
  const app = await createApplication({
    archiveFolder: folder,
    kind: 'production',
    policy,
    startChild: startNodeChild,
    vaultLock,
    preferences,
    secrets: (key) => openSecretFiles(join(folder, 'own'), key),
    serviceAddresses: { difitest: room.connection() },
    capabilities: { openExternal: false },
    version: '0.0.0',
    log: () => {},
    checkAnswers: true,
  });
  const ask = async <M extends MethodName>(name: M, input: InputOf<M>): Promise<OutputOf<M>> => {
    const reply = await app.ask(name, input);
    if (!reply.ok) throw new Error(`${name}: ${JSON.stringify(reply.refusal)}`);
    // `checkAnswers` has held it to this shape.
    return reply.value as OutputOf<M>;
  };
  return { app, ask };
}
const preferences = preferencesInMemory();

test('what the machine’s policy sets is shown, and binds also who goes past the window', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'segl-styrt-'));
  const room = await openPortalRoom();
  onTestFinished(async () => {
    await room.close();
    rmSync(folder, { recursive: true, force: true });
  });
  const first = await open(folder, {}, room);
  await first.ask('archive.create', {
    recordCreator: { name: 'Prøvevik kommune', organisationNumber: '974760673' },
    title: 'Drift',
    user: { name: 'Siri', initials: 'SS', adminUnit: 'Arkiv' },
    classes: '4 Personell',
  });
  const stage = async (text: string) => {
    const staged = await first.app.stage(new TextEncoder().encode(text));
    if (!staged.ok) throw new Error(staged.refusal.code);
    return staged.value.stagedId;
  };
  const { certificateChain, key, anchors, organisation } = room.connection();
  await first.ask('service.change', {
    environment: 'difitest',
    organisation,
    signatureType: 'authenticated',
    authenticationLevel: 4,
    signerIdentifier: 'number-and-name',
    passphrase: '',
    keepAnchors: [],
    certificateFiles: [await stage(certificateChain), await stage(key)],
    anchorFiles: [await stage(anchors.join('\n'))],
  });
  expect(await first.ask('service.read', {})).toMatchObject({
    environment: 'difitest',
    allowed: ['difitest', 'production'],
  });
  expect((await first.ask('session.open', {})).governed).toEqual({});
  await first.app.close();

  const policy: MachinePolicy = { updates: 'off', proxy: 'none', allowedServices: ['posten-production'] };
  const governed = await open(folder, policy, room);
  onTestFinished(() => governed.app.close());
  expect((await governed.ask('session.open', {})).governed).toEqual(policy);
  // The service that was set before is kept, and not used.
  expect(await governed.ask('service.read', {})).toMatchObject({
    environment: 'none',
    allowed: ['production'],
    settings: { environment: 'difitest' },
  });
  const form = {
    environment: 'difitest' as const,
    organisation,
    signatureType: 'authenticated' as const,
    authenticationLevel: 4 as const,
    signerIdentifier: 'number-and-name' as const,
    passphrase: '',
    keepAnchors: [],
    certificateFiles: [],
    anchorFiles: [],
  };
  for (const [name, input] of [
    ['service.change', form],
    ['service.test', { form }],
  ] as const)
    expect(await governed.app.ask(name, input)).toMatchObject({ refusal: { code: 'governed-by-policy' } });
});
