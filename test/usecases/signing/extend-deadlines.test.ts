import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { EntryId, JobId } from '../../../domain/basics.ts';
import { routinePolicy } from '../../../domain/limits.ts';
import { closeCase } from '../../../main/usecases/cases/close-case.ts';
import { checkExtending } from '../../../main/usecases/signing/check-extending.ts';
import { extendDeadlines } from '../../../main/usecases/signing/extend-deadlines.ts';
import { cancelSigning } from '../../../main/usecases/signing/manage-job.ts';
import { type Desk, ingrid, kari, must, odd, olav, openDesk, restarted, rita } from '../../support/desk.ts';
import { openMemoryRoom } from '../../support/memory-signing.ts';
import { present } from '../../support/present.ts';
import type { SigningRoom } from '../../support/signing-room.ts';

let room: SigningRoom;
beforeAll(async () => {
  room = await openMemoryRoom();
});
afterEach(() => room.modes({ dropAfterCreate: 0, fail: { count: 0, status: 500 } }));
afterAll(() => room.close());

const extend = async (desk: Desk, jobId: JobId, days = 14, user = odd) =>
  present((await extendDeadlines(desk.needs)(user, [jobId], days))[0]).outcome;
const inOrder = (desk: Desk) =>
  desk.order([
    { ...ingrid, group: 0 },
    { ...olav, group: 1 },
  ]);
const sentInOrder = async (desk: Desk): Promise<{ readonly entryId: EntryId; readonly jobId: JobId }> => {
  const entryId = await desk.ready();
  return { entryId, jobId: (await desk.sent(entryId, inOrder(desk))).id };
};
/** Who of the entry's jobs the service still waits for, by the reference of the job. */
const out = async (desk: Desk, entryId: EntryId) => {
  const references = (await desk.read.jobsOf(entryId)).map(({ reference }) => reference);
  return (await room.jobs()).filter(
    ({ reference, status }) => references.includes(reference ?? '') && status === 'IN_PROGRESS',
  );
};
const incoming = async (desk: Desk, jobId: JobId) => {
  const { caseId } = await desk.job(jobId);
  return (await desk.entriesOf(caseId)).filter(({ type }) => type === 'I').map(({ title }) => title);
};

describe('another deadline', () => {
  test('makes the same job anew once the service has cancelled the first, and files no answer in between', async () => {
    const desk = await openDesk(room);
    const { entryId, jobId } = await sentInOrder(desk);
    await desk.act(jobId, ingrid, 'sign');
    await desk.receive();
    const before = await desk.job(jobId);
    must(await extend(desk, jobId));
    // Nothing has left the house yet.
    expect(await out(desk, entryId)).toHaveLength(1);
    expect(await desk.job(jobId)).toMatchObject({ state: 'inProgress', plan: { kind: 'extended' } });

    const after = await desk.successor(jobId);
    expect(await desk.job(jobId)).toMatchObject({
      state: 'failed',
      failure: 'cancelled',
      plan: { kind: 'extended', deadlineDays: 14, plannedBy: odd.name },
      succeededBy: { jobId: after.id, kind: 'extended', state: 'inProgress' },
    });
    expect((await desk.job(jobId)).plan?.dropped).toBeUndefined();
    expect(after).toMatchObject({
      state: 'inProgress',
      deadlineDays: 14,
      message: before.message,
      title: before.title,
      merged: before.merged,
      orderedBy: odd.name,
      succeeds: { jobId, kind: 'extended' },
    });
    const who = ({ name, group, partyId }: (typeof after.signers)[number]) => ({ name, group, partyId });
    expect(after.signers.map(who)).toEqual(before.signers.map(who));
    expect(after.signers.map(({ state }) => state)).toEqual(['waiting', 'waiting']);
    const [running] = await out(desk, entryId);
    expect(running?.signers.map(({ number }) => number)).toEqual([
      ingrid.identityNumber,
      olav.identityNumber,
    ]);
    expect(await out(desk, entryId)).toHaveLength(1);
    // The evidence of who had signed is kept on the job, and filed nowhere.
    expect(await incoming(desk, jobId)).toEqual([]);
    const kept = await desk.answerOf(jobId);
    expect(kept.filedAs).toBeUndefined();
    expect(kept.confirmedAt).toBeDefined();
    expect((await desk.read.readFile(present(kept.signedPdf)))?.byteLength).toBeGreaterThan(0);
    expect((await desk.read.sealedSigners(jobId)).size).toBe(0);
    expect((await desk.log(entryId)).map(({ code }) => code)).toEqual(
      expect.arrayContaining(['succession-planned', 'job-cancel-requested', 'job-succeeds']),
    );

    await desk.act(after.id, ingrid, 'sign');
    await desk.act(after.id, olav, 'sign');
    await desk.receive();
    expect(await incoming(desk, jobId)).toEqual(['Signert: Arbeidsavtale']);
    expect(await desk.answerOf(after.id)).toMatchObject({ verified: true });
    expect((await desk.read.sealedIdentitiesOf(entryId)).size).toBe(0);
  });

  test('is the same dispatch: the entry keeps the day it was sent', async () => {
    const desk = await openDesk(room);
    const { entryId, jobId } = await sentInOrder(desk);
    const sentAt = (await desk.entry(entryId)).sentAt;
    must(await extend(desk, jobId));
    await room.pass(86_400);
    await desk.successor(jobId);
    expect(await desk.entry(entryId)).toMatchObject({ status: 'E', sentAt });
  });

  test('comes to nothing when the last signer signs first: the answer is filed, and nobody is asked again', async () => {
    const desk = await openDesk(room);
    const entryId = await desk.ready();
    const { id: jobId } = await desk.sent(entryId);
    must(await extend(desk, jobId));
    await desk.act(jobId, ingrid, 'sign');
    await desk.requestCancels();
    await desk.receive();
    expect(await desk.job(jobId)).toMatchObject({ state: 'completed', plan: { dropped: 'completed' } });
    expect(await incoming(desk, jobId)).toEqual(['Signert: Arbeidsavtale']);
    expect(await desk.read.jobsOf(entryId)).toHaveLength(1);
    const dropped = (await desk.log(entryId)).find(({ code }) => code === 'succession-dropped');
    expect(dropped?.facts).toEqual({ kind: 'extended', why: 'completed' });
  });

  test.each([
    ['refuses', 'rejected', 'Avvist signering: Arbeidsavtale'],
    ['lets the deadline pass', 'expired', 'Utløpt signering: Arbeidsavtale'],
  ] as const)('comes to nothing when a signer %s first', async (_, why, title) => {
    const desk = await openDesk(room);
    const entryId = await desk.ready();
    const { id: jobId } = await desk.sent(entryId);
    must(await extend(desk, jobId));
    if (why === 'rejected') await desk.act(jobId, ingrid, 'reject');
    else await room.pass(31 * 86_400);
    await desk.requestCancels();
    await desk.receive();
    expect(await desk.job(jobId)).toMatchObject({ state: 'failed', failure: why, plan: { dropped: why } });
    expect(await incoming(desk, jobId)).toEqual([title]);
    expect(await desk.read.jobsOf(entryId)).toHaveLength(1);
  });

  test('in a case that is closed meanwhile: nothing new is sent, and the answer waits', async () => {
    const desk = await openDesk(room);
    const { entryId, jobId } = await sentInOrder(desk);
    must(await extend(desk, jobId));
    await desk.requestCancels();
    const { caseId } = await desk.job(jobId);
    must(await closeCase(desk.needs)(odd, caseId, true));
    await desk.receive();
    expect(await desk.job(jobId)).toMatchObject({ state: 'failed', plan: { dropped: 'case-closed' } });
    expect(await desk.read.unfiledAnswers()).toHaveLength(1);
    expect(await desk.read.jobsOf(entryId)).toHaveLength(1);
  });

  test('waits while the service is away, and is asked for once', async () => {
    const desk = await openDesk(room);
    const { jobId } = await sentInOrder(desk);
    must(await extend(desk, jobId));
    await room.stop();
    await desk.requestCancels();
    expect(await desk.job(jobId)).toMatchObject({
      state: 'inProgress',
      lastFault: { code: 'ECONNREFUSED' },
      nextAttemptAt: expect.any(String),
    });
    await room.start();
    await room.pass(61);
    // The cancellation took effect, but the answer to it never came.
    await room.modes({ cut: { count: 1, route: 'cancel', afterBytes: 0 } });
    await desk.requestCancels();
    await room.pass(61);
    const again = await restarted(desk);
    const after = await again.successor(jobId);
    expect(after.state).toBe('inProgress');
    expect(await again.read.jobsToCancel()).toHaveLength(0);
  });
});

describe('who may, and when', () => {
  test('the document centre moves deadlines; a caseworker and a reader do not', async () => {
    const desk = await openDesk(room);
    const { jobId } = await sentInOrder(desk);
    for (const user of [kari, rita])
      expect(await extend(desk, jobId, 14, user)).toMatchObject({ refusal: { code: 'not-allowed' } });
    expect((await desk.job(jobId)).plan).toBeUndefined();
  });

  test('two at once: the second is told who was first, and cannot cancel either', async () => {
    const desk = await openDesk(room);
    const { jobId } = await sentInOrder(desk);
    const outcomes = await Promise.all([extend(desk, jobId, 14), extend(desk, jobId, 20)]);
    const refusals = outcomes.flatMap((outcome) => (outcome.ok ? [] : [outcome.refusal]));
    expect(refusals).toEqual([{ code: 'succession-under-way', facts: { by: odd.name } }]);
    expect(await cancelSigning(desk.needs)(kari, jobId, 'Feil mottaker')).toMatchObject({
      refusal: { code: 'succession-under-way' },
    });
  });

  test('within the limits for documents of that type', async () => {
    const desk = await openDesk(room);
    const { jobId } = await sentInOrder(desk);
    const brev = { defaultDeadlineDays: 14, minDeadlineDays: 7, maxDeadlineDays: 21 };
    await desk.archive.change((tx) => tx.setPolicy({ ...routinePolicy, deadlinesByType: { brev } }));
    expect(await extend(desk, jobId, 22)).toMatchObject({
      refusal: { code: 'deadline-out-of-bounds', facts: { min: 7, max: 21 } },
    });
    must(await extend(desk, jobId, 21));
  });

  test('not once it has ended, is being cancelled, or lies unsent', async () => {
    const desk = await openDesk(room);
    const unsent = must(await desk.expedite(await desk.ready()));
    expect(await extend(desk, unsent)).toMatchObject({ refusal: { code: 'not-cancellable' } });
    const { jobId } = await sentInOrder(desk);
    must(await cancelSigning(desk.needs)(kari, jobId, 'Feil mottaker'));
    expect(await extend(desk, jobId)).toMatchObject({ refusal: { code: 'not-cancellable' } });
    await desk.receive();
    expect(await extend(desk, jobId)).toMatchObject({ refusal: { code: 'already-ended' } });
  });

  test('many at once: each by itself, with the summary before and the progress meanwhile', async () => {
    const desk = await openDesk(room);
    const jobs = [await sentInOrder(desk), await sentInOrder(desk), await sentInOrder(desk)];
    const [first, second, third] = jobs.map(({ jobId }) => jobId);
    await desk.act(present(first), ingrid, 'sign');
    await desk.act(present(third), ingrid, 'reject');
    await desk.receive();
    const ids = jobs.map(({ jobId }) => jobId);
    const checks = await checkExtending(desk.needs)(odd, ids, 10);
    expect(checks.map(({ decision }) => decision.ok)).toEqual([true, true, false]);
    expect(checks[0]?.job.signers.map(({ state }) => state)).toEqual(['signed', 'waiting']);
    const outcomes = await extendDeadlines(desk.needs)(odd, [...ids, present(second)], 10);
    expect(outcomes.map(({ outcome }) => outcome.ok)).toEqual([true, true, false]);
    expect(desk.news.filter(({ kind }) => kind === 'jobs.progress')).toEqual(
      [1, 2, 3].map((done) => ({ kind: 'jobs.progress', done, of: 3 })),
    );
  });

  test('not when a number is gone: that would be found out after everything was cancelled', async () => {
    const desk = await openDesk(room);
    const { jobId } = await sentInOrder(desk);
    await desk.archive.change((tx) => tx.purgeSigners(jobId));
    expect(await extend(desk, jobId)).toMatchObject({
      refusal: { code: 'numbers-gone', facts: { name: ingrid.name } },
    });
  });
});
