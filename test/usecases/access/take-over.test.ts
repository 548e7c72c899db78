import { afterAll, beforeAll, expect, test } from 'vitest';
import { takeOver } from '../../../main/usecases/access/take-over.ts';
import { actorIn } from '../../support/actor.ts';
import { fieldRows, kari, lars, must, odd, openDesk, rita } from '../../support/desk.ts';
import { openMemoryRoom } from '../../support/memory-signing.ts';
import { code } from '../../support/registered.ts';
import type { SigningRoom } from '../../support/signing-room.ts';
import { addUnits } from '../../support/units.ts';

let room: SigningRoom;
beforeAll(async () => {
  room = await openMemoryRoom();
});
afterAll(() => room.close());

test('a leader gives the cases and entries of one to another, logged; what is sent keeps its caseworker', async () => {
  const desk = await openDesk(room);
  const caseId = await desk.newCase();
  const draft = await desk.ready({ caseId, draft: true });
  const { entryId: sent } = await desk.sent(await desk.ready({ caseId }));
  const { needs } = desk;
  expect(await code(takeOver(needs)(kari, kari.id, lars.id))).toBe('not-allowed');
  expect(await code(takeOver(needs)(lars, kari.id, rita.id))).toBe('receiver-without-role');
  const stranger = actorIn('Skole', ['leader']);
  await desk.archive.change(async (tx) => {
    await addUnits(tx, 'Skole');
    await tx.addUser(stranger);
  });
  const elsewhere = must(await takeOver(needs)(stranger, kari.id, lars.id));
  expect(elsewhere).toMatchObject({ cases: [], entries: [], left: 3 });
  expect(must(await takeOver(needs)(odd, kari.id, lars.id))).toEqual({
    cases: [caseId],
    entries: [draft],
    left: 1,
  });
  expect(await desk.read.findCase(caseId)).toMatchObject({ caseOwner: lars.id });
  expect(await desk.entry(draft)).toMatchObject({ caseworker: lars.id });
  expect(await desk.entry(sent)).toMatchObject({ caseworker: kari.id });
  expect(fieldRows(await desk.log(draft))).toContainEqual({
    field: 'saksbehandler',
    before: kari.id,
    after: lars.id,
    by: odd.name,
  });
});
