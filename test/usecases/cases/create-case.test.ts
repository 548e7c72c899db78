import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createCase } from '../../../main/usecases/cases/create-case.ts';
import { classes, kari, openDesk, rita } from '../../support/desk.ts';
import { openMemoryRoom } from '../../support/memory-signing.ts';
import { code } from '../../support/registered.ts';
import type { SigningRoom } from '../../support/signing-room.ts';
import { unit } from '../../support/units.ts';

let room: SigningRoom;
beforeAll(async () => {
  room = await openMemoryRoom();
});
afterAll(() => room.close());

describe('a new case', () => {
  test('gets the next number of its year, in order, and its unit and owner as typed', async () => {
    const desk = await openDesk(room);
    const year = room.now().getFullYear();
    const ids = [await desk.newCase(), await desk.newCase({ title: '  To \n ord ' })];
    const files = await Promise.all(ids.map((id) => desk.read.findCase(id)));
    expect(files.map((file) => file?.caseNumber)).toEqual([`${year}/1`, `${year}/2`]);
    expect(files[1]).toMatchObject({
      title: 'To ord',
      status: 'B',
      caseOwner: kari.id,
      createdBy: kari.name,
    });
  });

  test('is refused without title, leaf class, owner or the right to register', async () => {
    const desk = await openDesk(room);
    const make = (change: object, user = kari) =>
      code(
        createCase(desk.needs)(user, {
          title: 'Sak',
          classId: classes.leaf,
          ownerId: kari.id,
          adminUnit: unit('Personal'),
          ...change,
        }),
      );
    expect(await make({}, rita)).toBe('not-allowed');
    expect(await make({ title: ' \n ' })).toBe('title-missing');
    expect(await make({ classId: classes.branch })).toBe('class-has-children');
    expect(await make({ classId: 'x' })).toBe('not-found');
    expect(await make({ ownerId: 'x' })).toBe('not-found');
    expect(await make({})).toBe('ok');
  });
});
