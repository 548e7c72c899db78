import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Actor } from '../../../domain/access/actor.ts';
import { type JobId, refuse } from '../../../domain/basics.ts';
import { closeCase } from '../../../main/usecases/cases/close-case.ts';
import { reopenCase } from '../../../main/usecases/cases/reopen-case.ts';
import { sendAgain } from '../../../main/usecases/dispatch/send-again.ts';
import { extendDeadlines } from '../../../main/usecases/signing/extend-deadlines.ts';
import { followUp, undoFollowUp } from '../../../main/usecases/signing/follow-up.ts';
import { requestCancels } from '../../../main/usecases/signing/request-cancels.ts';
import { type Desk, ingrid, kari, must, odd, openDesk, rita } from '../../support/desk.ts';
import { openMemoryRoom } from '../../support/memory-signing.ts';
import { present } from '../../support/present.ts';
import type { SigningRoom } from '../../support/signing-room.ts';

let room: SigningRoom;
beforeAll(async () => {
  room = await openMemoryRoom();
});
afterAll(() => room.close());

const refused = async (desk: Desk) => {
  const job = await desk.sent(await desk.ready());
  await desk.act(job.id, ingrid, 'reject');
  await desk.receive();
  return job;
};
const waiting = async (desk: Desk, actor: Actor = kari): Promise<number> =>
  (await desk.read.basket('refused', actor, { offset: 0, limit: 50 })).total;
const mark = (desk: Desk, jobId: JobId, actor: Actor = kari, comment = ' Sendt på papir ') =>
  followUp(desk.needs)(actor, jobId, comment);

describe('a job that came to nothing leaves its basket', () => {
  test('when somebody says that it is dealt with, and comes back when that was wrong', async () => {
    const desk = await openDesk(room);
    const { id: jobId, entryId } = await refused(desk);
    expect(await waiting(desk)).toBe(1);
    must(await mark(desk, jobId));
    expect(await waiting(desk)).toBe(0);
    expect((await desk.job(jobId)).followedUp).toMatchObject({ by: kari.name, comment: 'Sendt på papir' });
    expect((await desk.log(entryId)).filter(({ code }) => code === 'job-followed-up')).toMatchObject([
      { facts: { comment: 'Sendt på papir' }, by: kari.name },
    ]);
    expect(await mark(desk, jobId, odd)).toMatchObject({
      refusal: { code: 'already-followed-up', facts: { by: kari.name } },
    });
    must(await undoFollowUp(desk.needs)(kari, jobId));
    expect((await desk.job(jobId)).followedUp).toBeUndefined();
    expect(await waiting(desk)).toBe(1);
  });

  test('when it is sent again, and when its case is closed', async () => {
    const desk = await openDesk(room);
    const { entryId } = await refused(desk);
    must(await sendAgain(desk.needs)(kari, entryId));
    expect(await waiting(desk)).toBe(0);

    const other = await refused(desk);
    expect(await waiting(desk)).toBe(1);
    must(await closeCase(desk.needs)(odd, other.caseId));
    expect(await waiting(desk)).toBe(0);
    must(await reopenCase(desk.needs)(odd, other.caseId, 'Skal følges opp'));
    expect(await waiting(desk)).toBe(1);
  });
});

test('one whose successor the service never took waits in the basket like any other, until it is dealt with', async () => {
  const desk = await openDesk(room);
  const { id: before, entryId } = await desk.sent(await desk.ready());
  must(
    (await extendDeadlines(desk.needs)(odd, [before], 14)).map(({ outcome }) => outcome)[0] ??
      refuse('not-found'),
  );
  await requestCancels(desk.needs)();
  await desk.receive();
  await room.modes({ fail: { count: 1, status: 400, route: 'create' } });
  await desk.send().finally(() => room.modes({ fail: { count: 0, status: 500 } }));
  const [newest] = await desk.read.jobsOf(entryId);
  expect(newest).toMatchObject({ state: 'sendFailed', succeeds: { jobId: before } });
  expect(await waiting(desk)).toBe(1);
  must(await mark(desk, present(newest).id));
  expect(await waiting(desk)).toBe(0);
});

test('only one that has failed can be marked, and only by who may dispatch it', async () => {
  const desk = await openDesk(room);
  const running = await desk.sent(await desk.ready());
  expect(await mark(desk, running.id)).toMatchObject({ refusal: { code: 'not-failed' } });
  const { id: jobId } = await refused(desk);
  expect(await mark(desk, jobId, rita)).toMatchObject({ refusal: { code: 'not-allowed' } });
  expect(await undoFollowUp(desk.needs)(rita, jobId)).toMatchObject({ refusal: { code: 'not-allowed' } });
});
