import { copyFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test, vi } from 'vitest';
import { applicationForTests, order } from '../support/application-door.ts';
import { ingrid, olav } from '../support/desk.ts';

const { app, room, folder, restart, ask, refused, be, newCase, ready, expedite } = applicationForTests(
  (archiveFolder) => ({ highWaterFile: join(archiveFolder, 'high-water.jsonl') }),
);
const archive = join(folder, 'archive.db');
const copy = join(folder, 'copy.db');
const findings = async (entryId: string) =>
  (await ask('dispatch.check', { entryId, order: order() })).findings.map(({ code }) => code);
const newestJob = async (entryId: string) => (await ask('entries.open', { entryId })).jobs[0];
/** Expedites, and gives the service's id of the job. */
async function sent(entryId: string, wanted = order()): Promise<string> {
  await expedite(entryId, wanted);
  const job = await newestJob(entryId);
  if (job?.state !== 'inProgress') throw new Error(`the job is ${job?.state}`);
  return job.serviceJobId ?? '';
}
/** Fetches until what is looked for is there. */
const fetched = (look: () => Promise<boolean>) =>
  vi.waitUntil(
    async () => {
      await ask('signing.fetchNow', {});
      return look();
    },
    { timeout: 30_000, interval: 500 },
  );

describe('an older copy of the archive is put back, and nothing is lost, sent twice or numbered twice', () => {
  let caseId = '';
  /** Sent after the copy; sent after it to two; answered after it; finished, and not sent. */
  const entries = { lost: '', running: '', answered: '', other: '' };
  const jobs = { lost: '', running: '' };
  const numbersBefore: string[] = [];
  const numberOf = async (entryId: string) => (await ask('entries.open', { entryId })).recordNumber;
  beforeAll(async () => {
    await be('caseworker');
    caseId = await newCase();
    entries.lost = await ready(caseId, 'Sendt etter kopien');
    entries.running = await ready(caseId, 'Pågår');
    entries.answered = await ready(caseId, 'Besvart etter kopien');
    const answeredJob = await sent(entries.answered);
    await restart(() => copyFileSync(archive, copy));
    jobs.lost = await sent(entries.lost);
    jobs.running = await sent(entries.running, order(ingrid, olav));
    await room().act(answeredJob, ingrid.identityNumber, 'sign');
    await fetched(async () => (await newestJob(entries.answered))?.answer?.filedAs !== undefined);
    const later = await ready(caseId, 'Opprettet etter kopien');
    numbersBefore.push(await numberOf(entries.lost), await numberOf(later));
    await restart(() => {
      for (const suffix of ['', '-wal', '-shm']) rmSync(`${archive}${suffix}`, { force: true });
      copyFileSync(copy, archive);
    });
    entries.other = await ready(caseId, 'En annen');
  });

  test('it is told at once, with what was sent and what was answered since, and nothing is sent', async () => {
    const { since, lost, settle } = await ask('restoration.read', {});
    expect(since).toBeDefined();
    expect(lost).toHaveLength(3);
    expect(lost.filter(({ answeredAt }) => answeredAt)).toMatchObject([
      { entry: { entryId: entries.answered } },
    ]);
    expect(settle.may).toBe(false);
    expect(await findings(entries.lost)).toContain('dispatch-lost');
    expect(await findings(entries.other)).toContain('archive-restored');
    expect(new Set([...numbersBefore, await numberOf(entries.other)]).size).toBe(3);
    expect(await refused('restoration.reopen', {})).toBe('not-allowed');
  });

  test('what the service tells comes with its files, and is filed by the document centre', async () => {
    await room().act(jobs.lost, ingrid.identityNumber, 'sign');
    await room().act(jobs.running, olav.identityNumber, 'sign');
    await fetched(async () => (await ask('restoration.read', {})).unknown.length === 2);
    await be('documentCentre');
    expect(await refused('restoration.reopen', {})).toBe('jobs-not-taken-in');
    const ended = await unknownJob(jobs.lost);
    expect(ended).toMatchObject({ state: 'completed', entry: { entryId: entries.lost } });
    const filed = await ask('restoration.file', { unknownJobId: ended.id, caseId, entryId: entries.lost });
    const answer = await ask('entries.open', { entryId: filed.entryId });
    expect(answer).toMatchObject({ type: 'I', title: 'Signert: Sendt etter kopien' });
    expect(answer.documents).toHaveLength(1);
    expect((await app().serveFile(answer.documents[0]?.current?.url ?? ''))?.etag).toBeDefined();
  });

  test('what still runs is acknowledged, an answer that does not come again is given up, and sending opens', async () => {
    const running = await unknownJob(jobs.running);
    expect(running).toMatchObject({ state: 'inProgress', entry: { entryId: entries.running } });
    await ask('restoration.acknowledge', { unknownJobId: running.id });
    const [gone] = (await ask('restoration.read', {})).lost;
    expect(gone?.answeredAt).toBeDefined();
    await ask('restoration.dismiss', { reference: gone?.reference ?? '' });
    expect(await newestJob(entries.answered)).toMatchObject({
      state: 'failed',
      answer: { filedAs: expect.anything() },
    });
    await ask('restoration.reopen', {});
    await be('caseworker');
    await sent(entries.other);
    expect(await findings(entries.running)).toContain('dispatch-lost');
    expect(await findings(entries.lost)).toContain('already-dispatched');
    const after = await ask('restoration.read', {});
    expect(after).toMatchObject({ lost: [], unknown: [{ serviceJobId: jobs.running }] });
    expect(after.since).toBeUndefined();
  });
});

async function unknownJob(serviceJobId: string) {
  const { unknown } = await ask('restoration.read', {});
  const found = unknown.find((one) => one.serviceJobId === serviceJobId);
  if (!found) throw new Error(`job ${serviceJobId} was not taken in`);
  return found;
}
