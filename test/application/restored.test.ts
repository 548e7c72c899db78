import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { freshOrder } from '../../domain/dispatch-order.ts';
import type { Preferences } from '../../domain/preferences.ts';
import { startNodeChild } from '../../main/adapters/children/start-node-child.ts';
import { keyInMemory } from '../../main/adapters/vault/key-file-lock.ts';
import { type Application, createApplication } from '../../main/application/application.ts';
import type { InputOf, MethodName, OutputOf } from '../../preload/contract/contract.ts';
import { makePdf } from '../adapters/pdf/make-pdf.ts';
import { ingrid, olav } from '../support/desk.ts';
import { openPortalRoom, type PortalRoom } from '../support/portal-room.ts';

let room: PortalRoom;
let app: Application;
const folder = mkdtempSync(join(tmpdir(), 'segl-gjenopprettet-'));
const archive = join(folder, 'archive.db');
const copy = join(folder, 'copy.db');
let preferences: Preferences = { language: 'nb', theme: 'auto' };
const open = () =>
  createApplication({
    startChild: startNodeChild,
    archiveFolder: folder,
    kind: 'training',
    vaultLock: keyInMemory(new Uint8Array(32).fill(7)),
    preferences: {
      read: () => preferences,
      write: (change) => {
        preferences = { ...preferences, ...change };
      },
    },
    signing: room.connection(),
    highWaterFile: join(folder, 'high-water.jsonl'),
    capabilities: { openExternal: false },
    version: '0.0.0',
    log: () => {},
    withoutSampleCases: true,
    checkAnswers: true,
  });
beforeAll(async () => {
  room = await openPortalRoom();
  app = await open();
});
afterAll(async () => {
  await app.close();
  await room.close();
  rmSync(folder, { recursive: true, force: true });
});

async function ask<M extends MethodName>(name: M, input: InputOf<M>): Promise<OutputOf<M>> {
  const reply = await app.ask(name, input);
  if (!reply.ok) throw new Error(`${name}: ${JSON.stringify(reply.refusal)}`);
  // `checkAnswers` has held it to this shape.
  return reply.value as OutputOf<M>;
}
const refused = async (name: MethodName, input: unknown) => {
  const reply = await app.ask(name, input);
  return reply.ok ? 'no refusal' : reply.refusal.code;
};
async function be(role: string): Promise<void> {
  const { users } = await ask('session.open', {});
  const user = users.find(({ roles }) => roles.some((one) => one === role));
  await ask('session.switchUser', { userId: user?.id ?? '' });
}
async function newCase(): Promise<string> {
  const { classes } = await ask('cases.classes', {});
  const leaf = classes.find(({ selectable }) => selectable);
  const { user } = await ask('session.open', {});
  const file = { title: 'Ansettelse', classId: leaf?.id ?? '', ownerId: user.id, adminUnit: user.adminUnit };
  return (await ask('cases.create', file)).caseId;
}
/** A finished outgoing entry with one document. */
async function ready(caseId: string, title: string): Promise<string> {
  const party = { kind: 'EM', name: ingrid.name, isFirm: false } as const;
  const { entryId } = await ask('entries.create', { caseId, type: 'U', title, parties: [party] });
  const staged = await app.stage(await makePdf([title]));
  const stagedId = staged.ok ? staged.value.stagedId : '';
  await ask('documents.add', { entryId, stagedId, fileName: 'brev.pdf' });
  const { revision } = await ask('entries.open', { entryId });
  await ask('entries.setStatus', { entryId, revision, to: 'F' });
  return entryId;
}
const orderTo = (people: readonly (typeof ingrid)[]) =>
  freshOrder({
    recipients: people.map((one) => ({ ...one, group: 0 })),
    message: 'Les og signer, takk.',
    rightsConfirmed: true,
    agreedWithLeader: true,
  });
const findings = async (entryId: string) =>
  (await ask('dispatch.check', { entryId, order: orderTo([ingrid]) })).findings.map(({ code }) => code);
/** Expedites, and waits until the service has it. */
async function sent(entryId: string, people: readonly (typeof ingrid)[] = [ingrid]): Promise<string> {
  const order = orderTo(people);
  const { merged } = await ask('dispatch.check', { entryId, order });
  await ask('dispatch.expedite', { entryId, order, seenMerged: merged?.sha256 ?? '' });
  await expect
    .poll(async () => (await ask('entries.open', { entryId })).jobs[0]?.state, { timeout: 20_000 })
    .toBe('inProgress');
  return (await ask('entries.open', { entryId })).jobs[0]?.serviceJobId ?? '';
}
/** Fetches until what is looked for is there. */
const fetched = (look: () => Promise<boolean>) =>
  expect
    .poll(
      async () => {
        await ask('signing.fetchNow', {});
        return look();
      },
      { timeout: 30_000, interval: 500 },
    )
    .toBe(true);

test('an older copy of the archive is put back: nothing is lost, sent twice or numbered twice', async () => {
  await be('caseworker');
  const caseId = await newCase();
  const [lost, running, answered] = [
    await ready(caseId, 'Sendt etter kopien'),
    await ready(caseId, 'Pågår'),
    await ready(caseId, 'Besvart etter kopien'),
  ];
  const answeredJob = await sent(answered);
  await app.close();
  copyFileSync(archive, copy);

  app = await open();
  const lostJob = await sent(lost);
  const runningJob = await sent(running, [ingrid, olav]);
  await room.act(answeredJob, ingrid.identityNumber, 'sign');
  await fetched(async () => {
    const [job] = (await ask('entries.open', { entryId: answered })).jobs;
    return job?.answer?.filedAs !== undefined;
  });
  const { recordNumber: numberBefore } = await ask('entries.open', { entryId: lost });
  const later = await ready(caseId, 'Opprettet etter kopien');
  const { recordNumber } = await ask('entries.open', { entryId: later });
  await app.close();
  for (const suffix of ['', '-wal', '-shm']) rmSync(`${archive}${suffix}`, { force: true });
  copyFileSync(copy, archive);

  // «Gjenopprettet»: told at once, with what was sent and what was answered since.
  app = await open();
  const first = await ask('restoration.read', {});
  expect(first.since).toBeDefined();
  expect(first.lost).toHaveLength(3);
  expect(first.lost.filter(({ answeredAt }) => answeredAt)).toMatchObject([{ entry: { entryId: answered } }]);
  expect(first.settle.may).toBe(false);
  expect(await findings(lost)).toContain('dispatch-lost');
  const other = await ready(caseId, 'En annen');
  expect(await findings(other)).toContain('archive-restored');
  const numbers = [numberBefore, recordNumber, (await ask('entries.open', { entryId: other })).recordNumber];
  expect(new Set(numbers).size).toBe(3);
  expect(await refused('restoration.reopen', {})).toBe('not-allowed');

  // The service tells of both jobs; what has ended comes with its files.
  await room.act(lostJob, ingrid.identityNumber, 'sign');
  await room.act(runningJob, olav.identityNumber, 'sign');
  await fetched(async () => {
    const { unknown } = await ask('restoration.read', {});
    return unknown.length === 2;
  });
  await be('documentCentre');
  expect(await refused('restoration.reopen', {})).toBe('jobs-not-taken-in');
  const { unknown } = await ask('restoration.read', {});
  const jobOf = (serviceJobId: string) => {
    const found = unknown.find((one) => one.serviceJobId === serviceJobId);
    if (!found) throw new Error(`job ${serviceJobId} was not taken in`);
    return found;
  };
  const ended = jobOf(lostJob);
  expect(ended).toMatchObject({ state: 'completed', entry: { entryId: lost } });
  const filed = await ask('restoration.file', { unknownJobId: ended.id, caseId, entryId: lost });
  const answer = await ask('entries.open', { entryId: filed.entryId });
  expect(answer).toMatchObject({ type: 'I', title: 'Signert: Sendt etter kopien' });
  expect(answer.documents).toHaveLength(1);
  expect((await app.serveFile(answer.documents[0]?.current?.url ?? ''))?.etag).toBeDefined();

  // One still runs, and one answer does not come again.
  expect(jobOf(runningJob)).toMatchObject({ state: 'inProgress', entry: { entryId: running } });
  await ask('restoration.acknowledge', { unknownJobId: jobOf(runningJob).id });
  const [gone] = (await ask('restoration.read', {})).lost;
  expect(gone?.answeredAt).toBeDefined();
  await ask('restoration.dismiss', { reference: gone?.reference ?? '' });
  const [givenUp] = (await ask('entries.open', { entryId: answered })).jobs;
  expect(givenUp).toMatchObject({ state: 'failed', answer: { filedAs: expect.anything() } });
  await ask('restoration.reopen', {});

  await be('caseworker');
  await sent(other);
  expect(await findings(running)).toContain('dispatch-lost');
  expect(await findings(lost)).toContain('already-dispatched');
  const after = await ask('restoration.read', {});
  expect(after).toMatchObject({ lost: [], unknown: [{ serviceJobId: runningJob }] });
  expect(after.since).toBeUndefined();
});
