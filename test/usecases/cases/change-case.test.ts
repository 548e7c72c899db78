import { afterAll, beforeAll, expect, test } from 'vitest';
import { changeCase } from '../../../main/usecases/cases/change-case.ts';
import { changeEntry } from '../../../main/usecases/entries/change-entry.ts';
import { classes, fieldRows, kari, must, odd, openDesk, rita } from '../../support/desk.ts';
import { openMemoryRoom } from '../../support/memory-signing.ts';
import { code, revisionOf, screening } from '../../support/registered.ts';
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
      ['skjermingshjemmel', '(tom)', 'Offl. § 13 jf. fvl. § 13'],
      ['skjermingMetadata', '(tom)', 'tittel'],
    ]),
  );
  expect(rows.some(({ field }) => field === 'administrativEnhet')).toBe(false);
});

test('screening a case screens its open entries too when asked, and takes nothing away unconfirmed', async () => {
  const desk = await openDesk(room);
  const caseId = await desk.newCase();
  const [open, closed] = [await desk.newEntry(caseId), await desk.newEntry(caseId)];
  const own = { ...screening, hidesParties: true };
  const revision = await revisionOf(desk, closed);
  must(await changeEntry(desk.needs)(kari, closed, revision, { screening: own }));
  const input = { title: 'Sak', classId: classes.leaf, ownerId: kari.id, adminUnit: unit('Personal') };
  must(await changeCase(desk.needs)(kari, caseId, { ...input, screening }));
  expect((await desk.entry(open)).screening).toBeUndefined();
  must(await changeCase(desk.needs)(kari, caseId, { ...input, screening, screensEntries: true }));
  expect((await desk.entry(open)).screening).toEqual(screening);
  expect((await desk.entry(closed)).screening).toEqual(own);
  expect((await desk.log(open)).map((row) => row.code)).toContain('screening-from-case');
  expect(await code(changeCase(desk.needs)(kari, caseId, input))).toBe('loosening-unconfirmed');
  must(await changeCase(desk.needs)(kari, caseId, { ...input, confirmsLoosening: true }));
  const log = await desk.read.logOf({ caseId }, { offset: 0, limit: 50 });
  expect(log.some((row) => row.code === 'screening-loosened')).toBe(true);
  const nothing = { ...screening, hidesTitle: false, hidesDocuments: false };
  expect(await code(changeCase(desk.needs)(kari, caseId, { ...input, screening: nothing }))).toBe(
    'nothing-screened',
  );
});
