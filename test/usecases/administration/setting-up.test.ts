import { afterAll, beforeAll, expect, test } from 'vitest';
import type { JobId, SignerId } from '../../../domain/basics.ts';
import { parseClasses } from '../../../domain/class-list.ts';
import type { Role } from '../../../domain/roles.ts';
import { fetchAlarm, fetchBefore } from '../../../domain/signing-job.ts';
import { addUser, changeUser } from '../../../main/usecases/administration/change-users.ts';
import { listDownloadAlarms } from '../../../main/usecases/administration/list-alarms.ts';
import { deleteAtService } from '../../../main/usecases/signing/delete-at-service.ts';
import { ingrid, kari, must, odd, olav, openDesk } from '../../support/desk.ts';
import { openMemoryRoom } from '../../support/memory-signing.ts';
import type { SigningRoom } from '../../support/signing-room.ts';

let room: SigningRoom;
beforeAll(async () => {
  room = await openMemoryRoom();
});
afterAll(() => room.close());

test('a list of classes becomes a tree by its codes, whatever the order and the mark between', () => {
  expect(parseClasses('411;Tilsetting\n4 Stillinger\r\nL42\tByggesaker\n\n 41 Personell ')).toEqual({
    ok: true,
    value: [
      { code: '4', title: 'Stillinger' },
      { code: '41', title: 'Personell', parent: '4' },
      { code: '411', title: 'Tilsetting', parent: '41' },
      { code: 'L42', title: 'Byggesaker' },
    ],
  });
});

test('a line without a title and a code that stands twice are named', () => {
  expect(parseClasses('4 Stillinger\n\n41')).toMatchObject({ refusal: { facts: { line: 3 } } });
  expect(parseClasses('4 A\n4 B')).toMatchObject({ refusal: { code: 'class-twice', facts: { code: '4' } } });
});

const job = (since: string | undefined) => ({
  id: 'j' as JobId,
  signers: [
    { id: 'a' as SignerId, name: 'A', group: 0, state: 'waiting', since: '2026-01-01T10:00:00.000Z' },
    ...(since ? [{ id: 'b' as SignerId, name: 'B', group: 0, state: 'signed', since } as const] : []),
  ] as const,
});

test.each([
  ['2026-03-30T10:00:00.000Z', undefined],
  ['2026-03-31T10:00:00.000Z', '2026-04-10'],
  ['2026-04-20T10:00:00.000Z', '2026-04-10'],
])('a first signature of 1 March is warned about at %s until %s', (now, until) => {
  expect(fetchAlarm(job('2026-03-01T10:00:00.000Z'), now)).toBe(until);
});

test('before anybody has signed nothing can run out', () => {
  expect(fetchBefore(job(undefined))).toBeUndefined();
  expect(fetchAlarm(job(undefined), '2027-01-01T00:00:00.000Z')).toBeUndefined();
});

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
  expect(await listDownloadAlarms(desk.needs)()).toEqual([]);
  await room.pass(31 * 86_400);
  expect(await listDownloadAlarms(desk.needs)()).toMatchObject([{ entryId: job.entryId }]);
  await desk.act(job.id, olav, 'reject');
  await desk.receive();
  expect(await listDownloadAlarms(desk.needs)()).toEqual([]);
});

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

test('the document centre adds users, but only an owner of the system makes owners, and one is always left', async () => {
  const desk = await openDesk(room);
  const owner = { ...odd, roles: ['systemOwner'] as readonly Role[] };
  const siri = { name: ' Siri ', initials: 'S', adminUnit: 'IKT', roles: ['reader'] as readonly Role[] };
  expect(await addUser(desk.needs)(kari, siri)).toMatchObject({ refusal: { code: 'not-allowed' } });
  expect(await addUser(desk.needs)(odd, { ...siri, name: ' ' })).toMatchObject({
    refusal: { code: 'name-missing' },
  });
  expect(await addUser(desk.needs)(odd, { ...siri, roles: ['systemOwner'] })).toMatchObject({
    refusal: { code: 'not-allowed' },
  });
  const id = must(await addUser(desk.needs)(owner, { ...siri, roles: ['systemOwner', 'reader'] }));
  expect(await desk.read.findUser(id)).toMatchObject({ name: 'Siri', roles: ['systemOwner', 'reader'] });
  expect(await changeUser(desk.needs)(owner, id, siri)).toMatchObject({
    refusal: { code: 'last-system-owner' },
  });
  must(await changeUser(desk.needs)(owner, id, { ...siri, name: 'Siri Ny', roles: ['systemOwner'] }));
  expect(await desk.read.findUser(id)).toMatchObject({ name: 'Siri Ny', roles: ['systemOwner'] });
});
