import { afterAll, beforeAll, expect, test } from 'vitest';
import { changeCase } from '../../../main/usecases/cases/change-case.ts';
import { classes, fieldRows, kari, must, odd, openDesk, rita } from '../../support/desk.ts';
import { openMemoryRoom } from '../../support/memory-signing.ts';
import { code, screening } from '../../support/registered.ts';
import type { SigningRoom } from '../../support/signing-room.ts';
import { unit } from '../../support/units.ts';

let room: SigningRoom;
beforeAll(async () => {
  room = await openMemoryRoom();
});
afterAll(() => room.close());

test('logs each field that a change changes, every part of a screening too', async () => {
  const desk = await openDesk(room);
  const caseId = await desk.newCase();
  const input = {
    title: 'Ny tittel',
    classId: classes.leaf,
    ownerId: odd.id,
    adminUnit: unit('Personal'),
    screening,
  };
  expect(await code(changeCase(desk.needs)(rita, caseId, input))).toBe('not-allowed');
  must(await changeCase(desk.needs)(kari, caseId, input));
  const rows = fieldRows(await desk.read.logOf({ caseId }, { offset: 0, limit: 50 }));
  expect(rows.map(({ field, before, after }) => [field, before, after])).toEqual(
    expect.arrayContaining([
      ['tittel', 'Ansettelse av lærer', 'Ny tittel'],
      ['saksansvarlig', kari.id, odd.id],
      ['tilgangsrestriksjon', '(tom)', 'UO'],
      ['skjermingshjemmel', '(tom)', 'Offl. § 13'],
      ['skjermingMetadata', '(tom)', 'tittel'],
    ]),
  );
  expect(rows.some(({ field }) => field === 'administrativEnhet')).toBe(false);
});
