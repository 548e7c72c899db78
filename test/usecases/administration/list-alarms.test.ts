import { afterAll, beforeAll, expect, test } from 'vitest';
import { listDownloadAlarms } from '../../../main/usecases/administration/list-alarms.ts';
import { actorOf } from '../../support/actor.ts';
import { ingrid, kari, olav, openDesk } from '../../support/desk.ts';
import { openMemoryRoom } from '../../support/memory-signing.ts';
import type { SigningRoom } from '../../support/signing-room.ts';

let room: SigningRoom;
beforeAll(async () => {
  room = await openMemoryRoom();
});
afterAll(() => room.close());

test('a job whose first signature is a month old is listed until its answer is here', async () => {
  const desk = await openDesk(room);
  const policy = await desk.read.policy();
  await desk.archive.change((tx) => tx.setPolicy({ ...policy, defaultDeadlineDays: 60 }));
  const order = desk.order([
    { ...ingrid, group: 0 },
    { ...olav, group: 1 },
  ]);
  const job = await desk.sent(await desk.ready(), { ...order, deadlineDays: 60 });
  await desk.act(job.id, ingrid, 'sign');
  await desk.receive();
  expect(await listDownloadAlarms(desk.needs)(await actorOf(desk.read, kari))).toEqual([]);
  await room.pass(31 * 86_400);
  expect(await listDownloadAlarms(desk.needs)(await actorOf(desk.read, kari))).toMatchObject([
    { entry: { id: job.entryId } },
  ]);
  await desk.act(job.id, olav, 'reject');
  await desk.receive();
  expect(await listDownloadAlarms(desk.needs)(await actorOf(desk.read, kari))).toEqual([]);
});
