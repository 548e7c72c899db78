import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { freshOrder } from '../../../domain/dispatch-order.ts';
import { type Application, createApplication } from '../../../main/application/application.ts';
import { type NodeHost, runNodeHost } from '../../../main/hosts/node/run-node-host.ts';
import type { InputOf, MethodName, OutputOf } from '../../../preload/contract/contract.ts';
import { makePdf } from '../../adapters/pdf/make-pdf.ts';
import { ingrid, olav } from '../../support/desk.ts';
import { findNumbers } from '../../support/find-numbers.ts';
import { openPortalRoom, type PortalRoom } from '../../support/portal-room.ts';

const folder = mkdtempSync(join(tmpdir(), 'segl-drift-'));
const archive = join(folder, 'archive');
const own = join(folder, 'own');
const numbers = [ingrid, olav].map(({ identityNumber }) => identityNumber);
let room: PortalRoom;
let app: Application;
let host: NodeHost;
const lines: string[] = [];

/** The whole host as it is started, but for the address of the service. */
const start = () =>
  runNodeHost({
    createApplication: async (parts) => {
      app = await createApplication({ ...parts, checkAnswers: true });
      return app;
    },
    options: { archive, port: 0, open: false, json: true, kind: 'production' },
    folders: { own, archives: join(folder, 'archives'), caches: join(folder, 'caches') },
    log: (line) => void lines.push(line),
    rendererFolder: join(folder, 'page'),
    serviceAddresses: { difitest: room.connection() },
  });
beforeAll(async () => {
  mkdirSync(join(folder, 'page'));
  writeFileSync(join(folder, 'page', 'index.html'), '<!doctype html><title>Segl</title>');
  room = await openPortalRoom();
  host = await start();
});
afterAll(async () => {
  await host.close();
  await room.close();
  rmSync(folder, { recursive: true, force: true });
});

async function ask<M extends MethodName>(name: M, input: InputOf<M>): Promise<OutputOf<M>> {
  const reply = await app.ask(name, input);
  if (!reply.ok) throw new Error(`${name}: ${JSON.stringify(reply.refusal)}`);
  // `checkAnswers` has held it to this shape.
  return reply.value as OutputOf<M>;
}
const stage = async (bytes: Uint8Array): Promise<string> => {
  const staged = await app.stage(bytes);
  if (!staged.ok) throw new Error(staged.refusal.code);
  return staged.value.stagedId;
};
const text = (words: string) => new TextEncoder().encode(words);

/** Everything the host has written, the archive apart from what lies beside it. */
const readable = () => findNumbers([archive, own, join(folder, 'archives'), join(folder, 'caches')], numbers);

test('nothing that a production archive writes shows an identity number: neither archive, drafts, settings, marks nor log', async () => {
  await ask('archive.create', {
    recordCreator: { name: 'Prøvevik kommune', organisationNumber: '974760673' },
    title: 'Drift – Prøvevik kommune',
    user: { name: 'Siri Systemeier', initials: 'SS', adminUnit: 'Dokumentsenteret' },
    classes: '4 Personell',
  });
  const { certificateChain, key, anchors, organisation } = room.connection();
  await ask('service.change', {
    environment: 'difitest',
    signatureType: 'authenticated',
    authenticationLevel: 4,
    signerIdentifier: 'number-and-name',
    passphrase: '',
    organisation,
    certificateFiles: [await stage(text(certificateChain)), await stage(text(key))],
    keepAnchors: [],
    anchorFiles: [await stage(text(anchors.join('\n')))],
  });
  const { classes } = await ask('cases.classes', {});
  const { user } = await ask('session.open', {});
  const { caseId } = await ask('cases.create', {
    title: 'Tilsetting',
    classId: classes[0]?.id ?? '',
    ownerId: user.id,
    adminUnit: user.adminUnit,
  });
  const ready = async (title: string) => {
    const parties = [{ kind: 'EM', isFirm: false, ...ingrid }] as const;
    const { entryId } = await ask('entries.create', { caseId, type: 'U', title, parties });
    const stagedId = await stage(await makePdf([`Avtale med ${ingrid.name}, ${ingrid.identityNumber}`]));
    await ask('documents.add', { entryId, stagedId, fileName: 'avtale.pdf' });
    const { revision } = await ask('entries.open', { entryId });
    await ask('entries.setStatus', { entryId, revision, to: 'F' });
    return entryId;
  };
  const order = freshOrder({
    recipients: [ingrid, olav].map((one) => ({ ...one, group: 0 })),
    agreedWithLeader: true,
  });
  // A draft that stays.
  const drafted = await ready('Utkast');
  await ask('dispatch.keepDraft', { entryId: drafted, order });

  const entryId = await ready('Arbeidsavtale');
  const { merged } = await ask('dispatch.check', { entryId, order });
  await ask('dispatch.expedite', { entryId, order, seenMerged: merged?.sha256 ?? '' });
  const jobs = async () => (await ask('entries.open', { entryId })).jobs;
  await expect.poll(async () => (await jobs())[0]?.state, { timeout: 30_000 }).toBe('inProgress');
  expect(readable()).toEqual([]);
  const [job] = await jobs();
  for (const number of numbers) await room.act(job?.serviceJobId ?? '', number, 'sign');
  await expect
    .poll(
      async () => {
        await ask('signing.fetchNow', {});
        return (await jobs())[0]?.answer?.filedAs;
      },
      { timeout: 30_000, interval: 500 },
    )
    .toBeDefined();
  await expect(app.ask('dispatch.check', { entryId: 'finnes ikke', order })).resolves.toMatchObject({
    ok: false,
  });
  expect(readable()).toEqual([]);

  // And after a restart, which writes and tidies up.
  await host.close();
  host = await start();
  expect((await jobs())[0]?.state).toBe('completed');
  expect(readable()).toEqual([]);
  for (const line of lines) for (const number of numbers) expect(line).not.toContain(number);
  const written = readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((path) => basename(path));
  for (const name of ['archive.db', 'high-water.jsonl', 'preferences.json', 'signing-service.sealed'])
    expect(written).toContain(name);
  // The search itself sees one that lies open.
  writeFileSync(join(archive, 'host', 'feil.txt'), `Nummer: ${ingrid.identityNumber}`);
  expect(readable()).toHaveLength(1);
});
