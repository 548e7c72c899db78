import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { CaseId } from '../../../domain/basics.ts';
import { createCase } from '../../../main/usecases/cases/create-case.ts';
import { classes, kari, must, openDesk, rita } from '../../support/desk.ts';
import { openMemoryRoom } from '../../support/memory-signing.ts';
import { code, screening } from '../../support/registered.ts';
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

  test('hides less than its class says only where that was told and wanted, and the log says so', async () => {
    const desk = await openDesk(room);
    await desk.archive.change((tx) =>
      tx.setDefaultScreenings([{ of: { classId: classes.leaf }, ...screening }]),
    );
    const input = {
      title: 'Barnevern',
      classId: classes.leaf,
      ownerId: kari.id,
      adminUnit: unit('Personal'),
    };
    const make = (change: object) => createCase(desk.needs)(kari, { ...input, ...change });
    for (const looser of [undefined, { ...screening, hidesTitle: false }])
      expect(await code(make({ screening: looser }))).toBe('loosening-unconfirmed');
    const logged = async (caseId: CaseId) =>
      (await desk.read.logOf({ caseId }, { offset: 0, limit: 50 })).filter(
        (row) => row.code === 'screening-loosened',
      );
    const opened = must(await make({ confirmsLoosening: true }));
    expect((await desk.read.findCase(opened))?.screening).toBeUndefined();
    expect(await logged(opened)).toMatchObject([{ facts: { opened: ['all'] }, by: kari.name }]);
    for (const whole of [screening, { ...screening, hidesParties: true }])
      expect(await logged(must(await make({ screening: whole })))).toEqual([]);
    // Which words of its own title are hidden is for the case to say.
    expect(await logged(must(await make({ screening, publicTitle: '*****' })))).toEqual([]);
  });
});
