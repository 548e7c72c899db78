import { afterAll, beforeAll, expect, test } from 'vitest';
import { deleteAtService } from '../../../main/usecases/signing/delete-at-service.ts';
import { ingrid, openDesk } from '../../support/desk.ts';
import { openMemoryRoom } from '../../support/memory-signing.ts';
import type { SigningRoom } from '../../support/signing-room.ts';

let room: SigningRoom;
beforeAll(async () => {
  room = await openMemoryRoom();
});
afterAll(() => room.close());

test('the service deletes its copies once, a day after the answer, and only where the policy says so', async () => {
  const desk = await openDesk(room);
  const job = await desk.sent(await desk.ready());
  await desk.act(job.id, ingrid, 'sign');
  await desk.receive();
  const told = async () => (await desk.log(job.entryId)).filter(({ code }) => code.startsWith('documents-'));
  const run = deleteAtService(desk.needs);
  await room.pass(2 * 86_400);
  await run();
  expect(await told()).toEqual([]);
  const policy = await desk.read.policy();
  await desk.archive.change((tx) => tx.setPolicy({ ...policy, deleteAtService: true }));
  await run();
  expect(await told()).toMatchObject([{ code: 'documents-deleted' }]);
  expect((await desk.job(job.id)).documentsDeletedAt).toEqual(expect.any(String));
  await run();
  expect(await told()).toHaveLength(1);
  const fresh = await desk.sent(await desk.ready());
  await desk.act(fresh.id, ingrid, 'sign');
  await desk.receive();
  await run();
  expect((await desk.job(fresh.id)).documentsDeletedAt).toBeUndefined();
});
