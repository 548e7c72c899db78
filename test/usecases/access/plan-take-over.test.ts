import { afterAll, beforeAll, expect, test } from 'vitest';
import { dateOf, plusDays } from '../../../domain/calendar.ts';
import {
  applyTakeOvers,
  planTakeOver,
  withdrawTakeOver,
} from '../../../main/usecases/access/plan-take-over.ts';
import { takeOver } from '../../../main/usecases/access/take-over.ts';
import { actorIn } from '../../support/actor.ts';
import {
  type Desk,
  fieldRows,
  ingrid,
  kari,
  lars,
  must,
  odd,
  openDesk,
  restarted,
  rita,
} from '../../support/desk.ts';
import { openMemoryRoom } from '../../support/memory-signing.ts';
import { code } from '../../support/registered.ts';
import type { SigningRoom } from '../../support/signing-room.ts';

let room: SigningRoom;
beforeAll(async () => {
  room = await openMemoryRoom();
});
afterAll(() => room.close());

const inDays = (desk: Desk, days: number) => plusDays(dateOf(desk.needs.clock.now()), days);
const statesOf = async (desk: Desk) => (await desk.read.takeOvers()).map(({ state }) => state);

test('what is planned is done on its day, once, also after a restart, and tells who ordered it', async () => {
  const before = await openDesk(room);
  const caseId = await before.newCase();
  const draft = await before.newEntry(caseId);
  const { needs } = before;
  expect(await code(planTakeOver(needs)(kari, kari.id, lars.id, inDays(before, 2)))).toBe('not-allowed');
  expect(await code(planTakeOver(needs)(odd, kari.id, rita.id, inDays(before, 2)))).toBe(
    'receiver-without-role',
  );
  expect(await code(planTakeOver(needs)(odd, kari.id, lars.id, inDays(before, 0)))).toBe('date-past');
  must(await planTakeOver(needs)(odd, kari.id, lars.id, inDays(before, 2)));
  await applyTakeOvers(needs)();
  expect(await statesOf(before)).toEqual(['planned']);
  const desk = await restarted(before);
  await room.pass(2 * 86_400);
  await applyTakeOvers(desk.needs)();
  await applyTakeOvers(desk.needs)();
  expect(await statesOf(desk)).toEqual(['done']);
  expect(await desk.read.findCase(caseId)).toMatchObject({ caseOwner: lars.id });
  expect(fieldRows(await desk.log(draft)).filter(({ field }) => field === 'saksbehandler')).toEqual([
    { field: 'saksbehandler', before: kari.id, after: lars.id, by: odd.name },
  ]);
  const log = await desk.read.accessLog(kari.id, { offset: 0, limit: 10 });
  expect(log.map((row) => row.code)).toEqual(['take-over-done', 'take-over-planned']);
});

test('one that is withdrawn before its day gives nothing, and others than those of the unit withdraw it not', async () => {
  const desk = await openDesk(room);
  const caseId = await desk.newCase();
  const id = must(await planTakeOver(desk.needs)(odd, kari.id, lars.id, inDays(desk, 1)));
  const stranger = actorIn('Skole', ['leader']);
  expect(await code(withdrawTakeOver(desk.needs)(stranger, id))).toBe('not-allowed');
  must(await withdrawTakeOver(desk.needs)(lars, id));
  expect(await code(withdrawTakeOver(desk.needs)(odd, id))).toBe('not-found');
  await room.pass(86_400);
  await applyTakeOvers(desk.needs)();
  expect(await statesOf(desk)).toEqual(['withdrawn']);
  expect(await desk.read.findCase(caseId)).toMatchObject({ caseOwner: kari.id });
});

test('one whose receiver has no role on the day is told of as not done, and tried no more', async () => {
  const desk = await openDesk(room);
  await desk.newCase();
  must(await planTakeOver(desk.needs)(odd, kari.id, lars.id, inDays(desk, 1)));
  await desk.archive.change((tx) => tx.setRights({ userId: lars.id, roles: [], clearances: [] }));
  await room.pass(86_400);
  await applyTakeOvers(desk.needs)();
  expect(await statesOf(desk)).toEqual(['failed']);
});

test('the answer to what was sent before goes to whoever took over, with its line in the log', async () => {
  const desk = await openDesk(room);
  const caseId = await desk.newCase();
  const job = await desk.sent(await desk.ready({ caseId }));
  must(await takeOver(desk.needs)(odd, kari.id, lars.id));
  await desk.act(job.id, ingrid, 'sign');
  await desk.receive();
  const { entry } = await desk.filed(job.id);
  expect(entry.caseworker).toBe(lars.id);
  expect(fieldRows(await desk.log(entry.id))).toContainEqual(
    expect.objectContaining({ field: 'saksbehandler', before: kari.id, after: lars.id }),
  );
});
