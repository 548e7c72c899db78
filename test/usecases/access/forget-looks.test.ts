import { afterAll, beforeAll, expect, test } from 'vitest';
import { guardedCase } from '../../../domain/access/sight.ts';
import { forgetOldLooks } from '../../../main/usecases/access/forget-looks.ts';
import { noteLook } from '../../../main/usecases/access/note-look.ts';
import { actorIn } from '../../support/actor.ts';
import { kari, odd, openDesk } from '../../support/desk.ts';
import { openMemoryRoom } from '../../support/memory-signing.ts';
import { present } from '../../support/present.ts';
import { screening } from '../../support/registered.ts';
import type { SigningRoom } from '../../support/signing-room.ts';

let room: SigningRoom;
beforeAll(async () => {
  room = await openMemoryRoom();
});
afterAll(() => room.close());

test('a look at what is screened is noted once an hour, and forgotten when its time is over', async () => {
  const desk = await openDesk(room);
  const caseId = await desk.newCase({ screening });
  const file = present(await desk.read.findCase(caseId));
  const look = (actor = odd) =>
    noteLook(desk.needs)(actor, { kind: 'case', subjectId: caseId, caseId }, guardedCase(file));
  const count = async () => (await desk.read.looks({ caseId, offset: 0, limit: 1 })).total;
  await look(actorIn('Personal', ['caseworker']));
  expect(await count()).toBe(0);
  await look();
  await look();
  await look(kari);
  expect(await count()).toBe(2);
  await room.pass(3_700);
  await look();
  expect(await count()).toBe(3);
  await forgetOldLooks(desk.needs)();
  expect(await count()).toBe(3);
  await room.pass(25 * 31 * 86_400);
  await forgetOldLooks(desk.needs)();
  expect(await count()).toBe(0);
});
