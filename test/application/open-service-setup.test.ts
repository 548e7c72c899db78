import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { freshOrder } from '../../domain/dispatch-order.ts';
import { startNodeChild } from '../../main/adapters/children/start-node-child.ts';
import { keyInMemory } from '../../main/adapters/vault/key-file-lock.ts';
import { openSecretFiles } from '../../main/adapters/vault/open-secret-files.ts';
import { type Application, createApplication } from '../../main/application/application.ts';
import type { InputOf, MethodName, OutputOf } from '../../preload/contract/contract.ts';
import { makePdf } from '../adapters/pdf/make-pdf.ts';
import { ingrid } from '../support/desk.ts';
import { openPortalRoom, type PortalRoom } from '../support/portal-room.ts';
import { preferencesInMemory } from '../support/preferences-in-memory.ts';

const folder = mkdtempSync(join(tmpdir(), 'segl-drift-'));
const own = mkdtempSync(join(tmpdir(), 'segl-bruker-'));
const vaultLock = keyInMemory();
let room: PortalRoom;
let app: Application;
let preferences = preferencesInMemory();
const open = () =>
  createApplication({
    startChild: startNodeChild,
    archiveFolder: folder,
    kind: 'production',
    vaultLock,
    preferences,
    secrets: (key) => openSecretFiles(own, key),
    // The local portal stands where Posten's test environment is.
    serviceAddresses: { difitest: room.connection() },
    capabilities: { openExternal: false },
    version: '0.0.0',
    log: () => {},
    checkAnswers: true,
  });
beforeAll(async () => {
  room = await openPortalRoom();
  app = await open();
});
afterAll(async () => {
  await app.close();
  await room.close();
  for (const path of [folder, own]) rmSync(path, { recursive: true, force: true });
});

async function ask<M extends MethodName>(name: M, input: InputOf<M>): Promise<OutputOf<M>> {
  const reply = await app.ask(name, input);
  if (!reply.ok) throw new Error(`${name}: ${JSON.stringify(reply.refusal)}`);
  // `checkAnswers` has held it to this shape.
  return reply.value as OutputOf<M>;
}
const refused = async (name: MethodName, input: unknown) => {
  const reply = await app.ask(name, input);
  return reply.ok ? 'no refusal' : reply.refusal;
};
const stage = async (bytes: Uint8Array | string): Promise<string> => {
  const staged = await app.stage(typeof bytes === 'string' ? new TextEncoder().encode(bytes) : bytes);
  if (!staged.ok) throw new Error(staged.refusal.code);
  return staged.value.stagedId;
};

const news = (kind: string): Promise<void> =>
  new Promise((resolve) => {
    const stop = app.onEvent((item) => {
      if (item.kind !== kind) return;
      stop();
      resolve();
    });
  });

const municipality = {
  recordCreator: { name: 'Prøvevik kommune', organisationNumber: '974760673' },
  title: 'Drift – Prøvevik kommune',
  user: { name: 'Siri Systemeier', initials: 'SS', adminUnit: 'Dokumentsenteret' },
  classes: '4 Personell\n41 Tilsetting\n\nL Plan',
};
const style = {
  environment: 'difitest',
  signatureType: 'authenticated',
  authenticationLevel: 4,
  signerIdentifier: 'number-and-name',
  passphrase: '',
} as const;
const form = async () => {
  const { certificateChain, key, anchors, organisation } = room.connection();
  return {
    ...style,
    organisation,
    certificateFiles: [await stage(certificateChain), await stage(key)],
    keepAnchors: [],
    anchorFiles: [await stage(anchors.join('\n'))],
  };
};

describe('a production archive', () => {
  test('says that it is not set up, and answers nothing else until it is', async () => {
    expect(await refused('session.open', {})).toEqual({
      code: 'archive-not-set-up',
      facts: { language: 'nb', theme: 'auto' },
    });
    expect(await refused('desk.baskets', {})).toMatchObject({ code: 'archive-not-set-up' });
    expect(await app.stage(Uint8Array.of(1))).toMatchObject({ ok: false });
    expect(await app.serveFile('/files/object/1')).toBeUndefined();
    await ask('session.setLanguage', { language: 'nn' });
    expect(await refused('session.open', {})).toMatchObject({ facts: { language: 'nn' } });
  });

  test.each([
    [{ recordCreator: { name: 'Prøvevik', organisationNumber: '974760674' } }, 'organisation-number-wrong'],
    [{ title: '  ' }, 'name-missing'],
    [{ classes: '4 Personell\n4' }, 'class-unreadable'],
    [{ classes: '4 Personell\n4 Stillinger' }, 'class-twice'],
    [{ classes: '\n' }, 'classes-missing'],
  ])('is not created with %o', async (wrong, code) => {
    expect(await refused('archive.create', { ...municipality, ...wrong })).toMatchObject({ code });
    expect(readdirSync(folder).filter((name) => name === 'archive.db')).toEqual([]);
  });

  test('is created once and goes on as the desk of its first user', async () => {
    await ask('archive.create', municipality);
    expect(await ask('session.open', {})).toMatchObject({
      archive: { kind: 'production', title: municipality.title, recordCreator: 'Prøvevik kommune' },
      user: { name: 'Siri Systemeier', roles: ['systemOwner', 'documentCentre'] },
      maySwitchUser: false,
    });
    expect(await refused('archive.create', municipality)).toMatchObject({ code: 'archive-exists' });
    const { classes } = await ask('cases.classes', {});
    expect(classes.map(({ code, depth }) => [code, depth])).toEqual([
      ['4', 0],
      ['41', 1],
      ['L', 0],
    ]);
    expect(await ask('desk.notices', {})).toEqual({
      serviceMissing: true,
      downloads: [],
      accessReviewDue: false,
      signatures: { due: 0, worsened: 0 },
    });
    expect(await ask('service.read', {})).toMatchObject({ environment: 'none', change: { may: true } });
  });

  test('takes the service’s certificate when it can be used, and says why when not', async () => {
    const wrong = async (change: object) => await refused('service.change', { ...(await form()), ...change });
    expect(await wrong({ organisation: '123' })).toMatchObject({ code: 'organisation-number-wrong' });
    expect(await wrong({ certificateFiles: [] })).toMatchObject({ code: 'certificate-missing' });
    expect(await wrong({ certificateFiles: ['gone'] })).toMatchObject({ code: 'file-missing' });
    expect(
      await wrong({ certificateFiles: [await stage(room.connection().certificateChain)] }),
    ).toMatchObject({
      code: 'certificate-key-missing',
    });
    expect(await wrong({ certificateFiles: [await stage('tull')] })).toMatchObject({
      code: 'certificate-not-pkcs12',
    });
    expect(await wrong({ anchorFiles: [await stage('tull')] })).toMatchObject({ code: 'anchor-unreadable' });
    const legacy = readFileSync(new URL('../adapters/posten/fixtures/legacy-3des.p12', import.meta.url));
    const old = await wrong({ certificateFiles: [await stage(legacy)], passphrase: 'hemmelig' });
    expect(old).toMatchObject({
      code: expect.stringMatching(/^certificate-(legacy-cipher|passphrase-wrong)$/),
    });
    expect((await ask('service.read', {})).settings).toBeUndefined();
  });

  test('tests the form before it is kept, then works by it without a restart', async () => {
    expect(await ask('service.test', { form: await form() })).toMatchObject({ outcome: 'works' });
    expect(await ask('service.test', {})).toMatchObject({ outcome: 'certificate-missing' });
    await ask('service.change', await form());
    expect(await ask('service.test', {})).toMatchObject({ outcome: 'works' });
    const service = await ask('service.read', {});
    expect(service).toMatchObject({ environment: 'difitest', settings: { environment: 'difitest' } });
    expect(service.settings?.anchors).toHaveLength(1);
    expect(JSON.stringify(service)).not.toContain('PRIVATE KEY');
    const archive = readFileSync(join(folder, 'archive.db')).toString('latin1');
    expect(archive).not.toContain('PRIVATE KEY');
    for (const name of readdirSync(own)) {
      expect(statSync(join(own, name)).mode & 0o077).toBe(0);
      expect(readFileSync(join(own, name)).toString('latin1')).not.toContain('PRIVATE KEY');
    }
  });

  test('has a document signed at the service, and is not moved from it meanwhile', async () => {
    const { classes } = await ask('cases.classes', {});
    const { user } = await ask('session.open', {});
    const { caseId } = await ask('cases.create', {
      title: 'Tilsetting',
      classId: classes.find(({ selectable }) => selectable)?.id ?? '',
      ownerId: user.id,
      adminUnit: user.adminUnit,
    });
    const { entryId } = await ask('entries.create', {
      caseId,
      type: 'U',
      title: 'Arbeidsavtale',
      parties: [{ kind: 'EM', isFirm: false, ...ingrid }],
    });
    const stagedId = await stage(await makePdf(['En side']));
    await ask('documents.add', { entryId, stagedId, fileName: 'avtale.pdf' });
    const { revision } = await ask('entries.open', { entryId });
    await ask('entries.setStatus', { entryId, revision, to: 'F' });
    const order = freshOrder({ recipients: [{ ...ingrid, group: 0 }], agreedWithLeader: true });
    const { merged } = await ask('dispatch.check', { entryId, order });
    const sent = news('dispatch.sent');
    await ask('dispatch.expedite', { entryId, order, seenMerged: merged?.sha256 ?? '' });
    await sent;
    const kept = { ...(await form()), certificateFiles: [], anchorFiles: [], keepAnchors: [] };
    expect(await refused('service.change', { ...kept, environment: 'production' })).toMatchObject({
      code: 'service-in-use',
      facts: { count: 1 },
    });
    const [fingerprint = ''] = ((await ask('service.read', {})).settings?.anchors ?? []).map(
      (anchor) => anchor.fingerprint,
    );
    await ask('service.change', { ...kept, keepAnchors: [fingerprint] });
    const { jobs } = await ask('entries.open', { entryId });
    await room.act(jobs[0]?.serviceJobId ?? '', ingrid.identityNumber, 'sign');
    const received = news('answer.received');
    await ask('signing.fetchNow', {});
    await received;
    const { rows } = await ask('cases.entries', { caseId, text: 'Signert', offset: 0, limit: 5 });
    expect(rows).toHaveLength(1);
    await ask('service.change', { ...kept, environment: 'production' });
    expect(await ask('service.test', {})).toMatchObject({ outcome: 'server-not-recognised' });
  });

  test('remembers the service and the user after a restart, and asks a newcomer who they are', async () => {
    const { adminUnit } = (await ask('session.open', {})).user;
    const { userId } = await ask('users.add', {
      name: 'Sigrid Saksbehandler',
      initials: 'SAK',
      adminUnit,
      roles: ['caseworker'],
    });
    await app.close();
    app = await open();
    expect((await ask('session.open', {})).user.name).toBe('Siri Systemeier');
    expect((await ask('service.read', {})).environment).toBe('production');
    await app.close();
    preferences = preferencesInMemory({ language: 'nb', theme: 'dark' });
    app = await open();
    expect(await refused('session.open', {})).toMatchObject({
      code: 'user-not-chosen',
      facts: { theme: 'dark' },
    });
    expect((await ask('users.list', {})).users).toHaveLength(2);
    expect(await refused('cases.classes', {})).toMatchObject({ code: 'user-not-chosen' });
    await ask('session.switchUser', { userId });
    expect((await ask('session.open', {})).user.name).toBe('Sigrid Saksbehandler');
    expect(await refused('session.switchUser', { userId })).toMatchObject({ code: 'not-allowed' });
    expect(await refused('service.change', await form())).toMatchObject({ code: 'not-allowed' });
    const more = { name: 'Ola', initials: 'O', adminUnit, roles: ['reader'] };
    expect(await refused('users.add', more)).toMatchObject({ code: 'not-allowed' });
  });
});
