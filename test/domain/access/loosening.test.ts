import { expect, test } from 'vitest';
import { loosened } from '../../../domain/access/loosening.ts';
import { toId } from '../../../domain/basics.ts';
import type { Screening } from '../../../domain/screening.ts';

const full: Screening = {
  accessCode: toId('UO'),
  legalBasis: 'Offl. § 13',
  hidesTitle: true,
  hidesParties: true,
  hidesDocuments: true,
  accessGroup: toId('vern'),
  endsOn: '2040-01-01',
};
const open = (change: Partial<Screening>, publicTitle?: string) =>
  loosened({ screening: full }, { screening: { ...full, ...change }, publicTitle });

test('taking a screening away opens all, and giving one opens nothing', () => {
  expect(loosened({ screening: full }, {})).toEqual(['all']);
  expect(loosened({}, { screening: full })).toEqual([]);
  expect(loosened({}, {})).toEqual([]);
});

test('each part that is opened is told', () => {
  expect(open({})).toEqual([]);
  expect(open({ hidesTitle: false, hidesParties: false })).toEqual(['title', 'parties']);
  expect(open({ hidesDocuments: false })).toEqual(['documents']);
  expect(open({}, 'Sak om *****')).toEqual(['words']);
  expect(open({ accessCode: toId('P') })).toEqual(['readers']);
  expect(open({ accessGroup: undefined })).toEqual(['readers']);
});

test('an earlier end and another section of the law open nothing by themselves', () => {
  expect(open({ endsOn: '2026-01-01', legalBasis: 'Offl. § 26' })).toEqual([]);
});

test('to keep to a group what all who are cleared could see, is stricter', () => {
  const { accessGroup: _, ...wider } = full;
  expect(loosened({ screening: wider }, { screening: full })).toEqual([]);
});
