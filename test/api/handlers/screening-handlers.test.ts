import { expect, test } from 'vitest';
import { type CalendarDate, toId } from '../../../domain/basics.ts';
import { screeningFlaws } from '../../../domain/screening.ts';
import { applicationForTests } from '../../support/application-door.ts';

const door = applicationForTests();
const { ask, refused, be } = door;

test('a screening that has run out is listed until it is settled, for those who keep the journal', async () => {
  await be('caseworker');
  for (const name of ['screenings.counts', 'screenings.list', 'screenings.settle'] as const)
    expect(await refused(name, { flaw: 'expired', limit: 1, things: [], settlement: { how: 'open' } })).toBe(
      'not-allowed',
    );
  await be('documentCentre');
  const caseId = await door.newCase();
  const file = await ask('cases.open', { caseId });
  const endsOn: CalendarDate = '2020-01-01';
  const screening = { accessCode: toId<'access-code'>('UO'), legalBasis: 'Offl. § 14', endsOn };
  const hides = { hidesTitle: true, hidesParties: true, hidesDocuments: true };
  await ask('cases.change', { ...file, caseId, screening: { ...screening, ...hides } });
  const expired = async () =>
    (await ask('screenings.counts', {})).counts.find(({ flaw }) => flaw === 'expired')?.count;
  expect((await ask('screenings.counts', {})).counts.map(({ flaw }) => flaw)).toEqual(screeningFlaws);
  expect(await expired()).toBe(1);
  expect(await ask('screenings.list', { flaw: 'expired', limit: 10 })).toMatchObject({
    total: 1,
    rows: [{ caseId, title: file.title, settle: { may: true } }],
  });
  const settlement = { how: 'open' } as const;
  expect(await ask('screenings.settle', { flaw: 'expired', things: [{ caseId }], settlement })).toEqual({
    settled: 1,
    passed: 0,
    left: [],
  });
  expect(await expired()).toBe(0);
  expect((await ask('cases.open', { caseId })).screening).toBeUndefined();
});
