import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { setParties } from '../../../main/usecases/entries/set-parties.ts';
import { declareUnsent } from '../../../main/usecases/signing/manage-job.ts';
import { ingrid, kari, must, olav, openDesk } from '../../support/desk.ts';
import { openMemoryRoom } from '../../support/memory-signing.ts';
import type { SigningRoom } from '../../support/signing-room.ts';

let room: SigningRoom;
beforeAll(async () => {
  room = await openMemoryRoom();
});
afterEach(() => room.modes({ dropAfterCreate: 0 }));
afterAll(() => room.close());

test.each([
  ['others', olav, true],
  ['the same', ingrid, false],
])('a job counted as unsent turns up while the journal names %s', async (_who, named, told) => {
  const desk = await openDesk(room);
  const entryId = await desk.ready();
  await room.modes({ dropAfterCreate: 1 });
  const { id: jobId, reference } = await desk.sent(entryId);
  must(await declareUnsent(desk.needs)(kari, jobId));
  must(await desk.toStatus(entryId, 'R'));
  const { revision } = await desk.entry(entryId);
  must(await setParties(desk.needs)(kari, entryId, revision, [{ kind: 'EM', isFirm: false, ...named }]));
  const atService = (await room.jobs()).find((job) => job.reference === reference);
  await room.act(String(atService?.id), ingrid.identityNumber, 'sign');
  await desk.receive();
  expect((await desk.entry(entryId)).status).toBe('E');
  expect((await desk.read.findPartyMismatch(entryId))?.jobId).toBe(told ? jobId : undefined);
});
