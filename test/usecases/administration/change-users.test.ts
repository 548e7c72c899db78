import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Role } from '../../../domain/roles.ts';
import { addUser, changeUser } from '../../../main/usecases/administration/change-users.ts';
import { actorWith } from '../../support/actor.ts';
import { kari, must, odd, openDesk } from '../../support/desk.ts';
import { openMemoryRoom } from '../../support/memory-signing.ts';
import type { SigningRoom } from '../../support/signing-room.ts';
import { unit } from '../../support/units.ts';

let room: SigningRoom;
beforeAll(async () => {
  room = await openMemoryRoom();
});
afterAll(() => room.close());

test('the document centre adds users, but only an owner of the system makes owners, and one is always left', async () => {
  const desk = await openDesk(room);
  const owner = actorWith({ ...odd, roles: ['systemOwner'] });
  const siri = {
    name: ' Siri ',
    initials: 'S',
    adminUnit: unit('Personal'),
    roles: ['reader'] as readonly Role[],
  };
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
