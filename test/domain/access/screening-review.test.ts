import { expect, test } from 'vitest';
import type { AccessLists } from '../../../domain/access/access-code.ts';
import { flawsOf, settledScreening } from '../../../domain/access/screening-review.ts';
import { decideSight } from '../../../domain/access/sight.ts';
import { toId } from '../../../domain/basics.ts';
import type { Screening } from '../../../domain/screening.ts';
import { actorIn } from '../../support/actor.ts';
import { unit } from '../../support/units.ts';

const today = '2026-11-20';
const now = '2026-11-20T10:00:00.000Z';
const screening: Screening = {
  accessCode: toId('KL'),
  legalBasis: 'Offl. § 13',
  hidesTitle: true,
  hidesParties: true,
  hidesDocuments: true,
};
const lists = (withdrawnOn?: '2026-11-20' | '2026-11-21', repealedOn?: '2026-11-19'): AccessLists => ({
  codes: [{ id: toId('KL'), name: 'Klientsaker', bases: [toId('b')], ...(withdrawnOn && { withdrawnOn }) }],
  bases: [{ id: toId('b'), text: 'Offl. § 13', ...(repealedOn && { repealedOn }) }],
  groups: [],
});
const found = (...parameters: Parameters<typeof flawsOf>) =>
  flawsOf(...parameters).map(({ flaw, since }) => `${flaw} ${since}`);

test('a last day that has passed, a code that is withdrawn and a basis that is repealed each count from their day', () => {
  expect(found(screening, lists(), today)).toEqual([]);
  expect(found({ ...screening, endsOn: today }, lists(), today)).toEqual([]);
  expect(found({ ...screening, endsOn: '2026-11-19' }, lists(), today)).toEqual(['expired 2026-11-19']);
  expect(found(screening, lists('2026-11-21'), today)).toEqual([]);
  expect(found(screening, lists('2026-11-20', '2026-11-19'), today)).toEqual([
    'code-withdrawn 2026-11-20',
    'basis-repealed 2026-11-19',
  ]);
  expect(found(undefined, lists('2026-11-20'), today)).toEqual([]);
});

test('the provisional code is looked at after a month, and no other code', () => {
  const provisional = { ...screening, accessCode: toId<'access-code'>('XX') };
  expect(found(provisional, lists(), today, { screenedAt: '2026-10-20T09:59:00.000Z', now })).toEqual([
    'provisional 2026-10-20',
  ]);
  expect(found(provisional, lists(), today, { screenedAt: '2026-10-20T10:01:00.000Z', now })).toEqual([]);
  expect(found(screening, lists(), today, { screenedAt: '2020-01-01T00:00:00.000Z', now })).toEqual([]);
});

test('whatever counts no more hides from the same people as before', () => {
  const thing = {
    unit: unit('Helse'),
    owners: [],
    screening: { ...screening, endsOn: '2020-01-01' as const },
  };
  const cleared = actorIn('Helse', ['reader'], {
    clearances: [{ accessCode: toId('KL'), units: [unit('Helse')] }],
  });
  expect(flawsOf(thing.screening, lists('2026-11-20', '2026-11-19'), today)).toHaveLength(3);
  expect(decideSight(actorIn('Helse', ['documentCentre']), thing).ok).toBe(false);
  expect(decideSight(cleared, thing).ok).toBe(true);
});

test('a settlement opens, moves the last day, or changes code and basis and nothing else', () => {
  const before = { ...screening, endsOn: '2026-01-01' as const, accessGroup: toId<'access-group'>('g') };
  expect(settledScreening(before, { how: 'open' })).toBeUndefined();
  expect(settledScreening(before, { how: 'prolong', endsOn: '2027-01-01' })).toEqual({
    ...before,
    endsOn: '2027-01-01',
  });
  expect(settledScreening(before, { how: 'prolong' })).not.toHaveProperty('endsOn');
  expect(
    settledScreening(before, { how: 'rescreen', accessCode: toId('UO'), legalBasis: 'Offl. § 14' }),
  ).toEqual({ ...before, accessCode: 'UO', legalBasis: 'Offl. § 14' });
});
