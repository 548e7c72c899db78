import { copyFileSync, rmSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { followHighWater } from '../../main/application/follow-high-water.ts';
import { acknowledgeUnknownJob } from '../../main/usecases/administration/acknowledge-unknown-job.ts';
import { reopenSending } from '../../main/usecases/administration/settle-restoration.ts';
import { settleInterrupted } from '../../main/usecases/dispatch/send-queued.ts';
import { dismissLostJob } from '../../main/usecases/signing/dismiss-lost-job.ts';
import { fileUnknownJob } from '../../main/usecases/signing/file-unknown-job.ts';
import { receiveChanges } from '../../main/usecases/signing/receive-changes.ts';
import { type Desk, ingrid, kari, must, odd, olav, openDesk, stopsOf } from '../support/desk.ts';
import { openPortalRoom, type PortalRoom } from '../support/portal-room.ts';
import { present } from '../support/present.ts';

let room: PortalRoom;
beforeAll(async () => {
  room = await openPortalRoom();
});
afterAll(() => room.close());

/** The desk as the application opens it, with its marks beside the archive. */
async function opened(desk: Desk, kept = desk.kept): Promise<Desk> {
  await desk.archive.close();
  const raw = await openDesk(room, { kept });
  const parts = { highWaterFile: `${kept.path}.high-water`, log: () => {} };
  const archive = await followHighWater(raw.archive, parts, raw.needs);
  return openDesk(room, { kept, needs: { archive } });
}
const backup = (desk: Desk) => desk.archive.backup(`${desk.kept.path}.backup`);
/** The older copy in the place of the archive; what is beside it stays. */
function restore(desk: Desk): void {
  for (const suffix of ['', '-wal', '-shm']) rmSync(`${desk.kept.path}${suffix}`, { force: true });
  copyFileSync(`${desk.kept.path}.backup`, desk.kept.path);
}
const restored = async (desk: Desk): Promise<Desk> => {
  await desk.archive.close();
  restore(desk);
  return opened(desk);
};

/** An older copy put back after one of its entries was sent and another was made. */
async function putBack() {
  const before = await opened(await openDesk(room));
  const entryId = await before.ready();
  const { caseId } = await before.entry(entryId);
  await backup(before);
  const job = await before.sent(entryId);
  const later = await before.entry(await before.newEntry(caseId, { title: 'Etter kopien' }));
  return { desk: await restored(before), entryId, caseId, job, later };
}

test('an older copy sends nothing twice and gives no number twice', async () => {
  const { desk, entryId, caseId, job, later } = await putBack();
  expect(await desk.read.restoredSince()).toBeDefined();
  expect((await desk.entry(entryId)).status).toBe('F');
  // The entry that was sent, and every other one, is stopped with its own reason.
  expect(stopsOf(await desk.expedite(entryId))).toContain('dispatch-lost');
  const other = await desk.ready({ caseId, title: 'En annen' });
  expect(stopsOf(await desk.expedite(other))).toEqual(['archive-restored']);
  expect((await desk.entry(other)).journalSequence).toBe(later.journalSequence + 1);
  expect((await desk.entry(other)).recordNumber > later.recordNumber).toBe(true);
  const told = await desk.read.logOf({ caseId }, { offset: 0, limit: 100 });
  expect(told.map(({ code }) => code)).toContain('numbers-skipped');
  expect(await dismissLostJob(desk.needs)(kari, job.reference)).toMatchObject({
    refusal: { code: 'not-allowed' },
  });
});

test('an older copy loses nothing: what the service tells is stored with its files, confirmed after, and filed', async () => {
  const { desk, entryId, caseId, job } = await putBack();
  const other = await desk.ready({ caseId, title: 'En annen' });
  await room.act(job.serviceJobId ?? '', ingrid.identityNumber, 'sign');
  await desk.receive();
  const [unknown] = await desk.read.unfiledUnknownJobs();
  if (!unknown) throw new Error('the job was not taken in');
  expect(unknown).toMatchObject({ state: 'completed', reference: job.reference });
  expect(await desk.read.isFileSealed(present(unknown.signedPdf))).toBe(true);
  expect(unknown.signatures).toHaveLength(1);
  expect(await reopenSending(desk.needs)(odd)).toMatchObject({ refusal: { code: 'jobs-not-taken-in' } });
  expect(await fileUnknownJob(desk.needs)(kari, unknown.id, { caseId })).toMatchObject({
    refusal: { code: 'not-allowed' },
  });
  const filedAs = must(await fileUnknownJob(desk.needs)(odd, unknown.id, { caseId, entryId }));
  expect(await desk.entry(filedAs)).toMatchObject({ type: 'I', title: 'Signert: Arbeidsavtale' });
  expect((await desk.entry(filedAs)).screening?.legalBasis).toBe('Offl. § 26 femte ledd');
  expect(await desk.entry(entryId)).toMatchObject({ status: 'E', sentAt: unknown.decidedAt });
  expect(stopsOf(await desk.expedite(entryId))).toContain('already-dispatched');
  must(await reopenSending(desk.needs)(odd));
  expect((await desk.sent(other)).state).toBe('inProgress');

  // The next start finds nothing more to settle.
  const again = await opened(desk);
  expect(await again.read.restoredSince()).toBeUndefined();
});

test('a job that never comes is given up by the document centre, and its entry may be sent', async () => {
  const before = await opened(await openDesk(room));
  const entryId = await before.ready();
  await backup(before);
  const job = await before.sent(entryId);
  const desk = await restored(before);
  expect(stopsOf(await desk.expedite(entryId))).toEqual(['dispatch-lost']);
  must(await dismissLostJob(desk.needs)(odd, job.reference));
  must(await reopenSending(desk.needs)(odd));
  expect(stopsOf(await desk.expedite(entryId))).toEqual([]);
  const again = await opened(desk);
  expect(await again.read.restoredSince()).toBeUndefined();
});

test('without anything beside the archive, a job that only the service knows closes for sending too', async () => {
  const before = await openDesk(room);
  const entryId = await before.ready();
  await backup(before);
  const job = await before.sent(entryId);
  await before.archive.close();
  restore(before);
  const desk = await openDesk(room, { kept: before.kept });
  await room.act(job.serviceJobId ?? '', ingrid.identityNumber, 'sign');
  await desk.receive();
  expect(await desk.read.unfiledUnknownJobs()).toMatchObject([{ serviceJobId: job.serviceJobId }]);
  expect(stopsOf(await desk.expedite(entryId))).toContain('archive-restored');
});

test('the archive as it was last closed is not taken for an older one', async () => {
  const desk = await opened(await openDesk(room));
  const entryId = await desk.ready();
  await desk.sent(entryId);
  const again = await opened(desk);
  expect(await again.read.restoredSince()).toBeUndefined();
});

test('an answer that was filed and confirmed after the copy is known to be lost, and is given up with a note', async () => {
  const before = await opened(await openDesk(room));
  const { id: jobId, reference, entryId, caseId } = await before.sent(await before.ready());
  await backup(before);
  await before.act(jobId, ingrid, 'sign');
  await before.receive();
  expect((await before.answerOf(jobId)).confirmedAt).toBeDefined();

  const desk = await restored(before);
  expect((await desk.job(jobId)).state).toBe('inProgress');
  expect(await desk.read.restoredSince()).toBeDefined();
  const [lost] = await desk.read.lostJobs();
  expect(lost).toMatchObject({ reference, entryId, answeredAt: expect.any(String) });
  expect(await reopenSending(desk.needs)(odd)).toMatchObject({ refusal: { code: 'jobs-not-taken-in' } });
  must(await dismissLostJob(desk.needs)(odd, reference));
  expect(await desk.job(jobId)).toMatchObject({ state: 'failed', failure: 'other' });
  expect((await desk.filed(jobId)).entry).toMatchObject({ type: 'I', caseId });
  must(await reopenSending(desk.needs)(odd));
  const again = await opened(desk);
  expect(await again.read.restoredSince()).toBeUndefined();
});

test('an answer that was filed after the copy and not confirmed comes again, and is lost no more', async () => {
  const before = await opened(await openDesk(room));
  const { id: jobId } = await before.sent(await before.ready());
  await backup(before);
  await before.act(jobId, ingrid, 'sign');
  const { signing } = before.needs;
  const unconfirmed = { ...signing, confirm: () => Promise.reject(new Error('the line broke')) };
  await receiveChanges({ ...before.needs, signing: unconfirmed })();
  expect((await before.filed(jobId)).entry.title).toBe('Signert: Arbeidsavtale');

  const desk = await restored(before);
  expect(await desk.read.lostJobs()).toHaveLength(1);
  await room.pass(601);
  await desk.receive();
  expect((await desk.filed(jobId)).entry.title).toBe('Signert: Arbeidsavtale');
  expect(await desk.read.lostJobs()).toEqual([]);
  must(await reopenSending(desk.needs)(odd));
});

test('a job that waited to be sent in the copy, and was sent after it, is uncertain and not sent again', async () => {
  const before = await opened(await openDesk(room));
  const jobId = must(await before.expedite(await before.ready()));
  await backup(before);
  await before.send();
  const { serviceJobId } = await before.job(jobId);

  const desk = await restored(before);
  expect(await desk.read.restoredSince()).toBeDefined();
  await settleInterrupted(desk.needs)();
  must(await reopenSending(desk.needs)(odd));
  await desk.send();
  expect((await desk.job(jobId)).state).toBe('uncertain');
  await room.act(serviceJobId ?? '', ingrid.identityNumber, 'sign');
  await desk.receive();
  expect((await desk.filed(jobId)).entry.title).toBe('Signert: Arbeidsavtale');
});

test('an unknown job that still runs is acknowledged: others are sent, its own entry is not, and it stays listed', async () => {
  const before = await opened(await openDesk(room));
  const entryId = await before.ready();
  const { caseId } = await before.entry(entryId);
  await backup(before);
  const job = await before.sent(entryId, before.order([ingrid, olav]));
  const desk = await restored(before);
  await room.act(job.serviceJobId ?? '', ingrid.identityNumber, 'sign');
  await desk.receive();
  const [unknown] = await desk.read.unfiledUnknownJobs();
  if (!unknown) throw new Error('the job was not taken in');
  expect(unknown.state).toBe('inProgress');
  expect(await reopenSending(desk.needs)(odd)).toMatchObject({ refusal: { code: 'jobs-not-taken-in' } });
  expect(await acknowledgeUnknownJob(desk.needs)(kari, unknown.id)).toMatchObject({
    refusal: { code: 'not-allowed' },
  });
  must(await acknowledgeUnknownJob(desk.needs)(odd, unknown.id));
  must(await reopenSending(desk.needs)(odd));
  expect((await desk.sent(await desk.ready({ caseId, title: 'En annen' }))).state).toBe('inProgress');
  expect(stopsOf(await desk.expedite(entryId))).toEqual(['dispatch-lost']);
  // A later start and the job's end do not close again; the answer waits to be filed.
  const again = await opened(desk);
  await room.act(job.serviceJobId ?? '', olav.identityNumber, 'sign');
  await again.receive();
  expect(await again.read.restoredSince()).toBeUndefined();
  expect(await again.read.unfiledUnknownJobs()).toMatchObject([{ id: unknown.id, state: 'completed' }]);
  must(await fileUnknownJob(again.needs)(odd, unknown.id, { caseId, entryId }));
  expect(stopsOf(await again.expedite(entryId))).toContain('already-dispatched');
});
