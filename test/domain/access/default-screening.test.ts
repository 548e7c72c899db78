import { expect, test } from 'vitest';
import { type DefaultScreening, screeningByTypes } from '../../../domain/access/default-screening.ts';
import { toId } from '../../../domain/basics.ts';

const today = '2026-11-20';
const ofLetters: DefaultScreening = {
  of: { documentType: 'brev' },
  accessCode: toId('UO'),
  legalBasis: 'Offl. § 13 jf. fvl. § 13',
  hidesTitle: true,
  hidesParties: false,
  hidesDocuments: true,
  years: 10,
};
const ofClass = { ...ofLetters, of: { classId: toId<'class'>('4') } };
const own = {
  accessCode: toId<'access-code'>('KL'),
  legalBasis: 'Offl. § 13',
  hidesTitle: false,
  hidesParties: true,
  hidesDocuments: false,
};

test('an entry that is not screened takes code and basis of the type, and only that document is marked', () => {
  const { screening, marked } = screeningByTypes([ofClass, ofLetters], ['brev'], undefined, today);
  expect(screening).toEqual({
    accessCode: 'UO',
    legalBasis: 'Offl. § 13 jf. fvl. § 13',
    hidesTitle: true,
    hidesParties: false,
    hidesDocuments: false,
    endsOn: '2036-11-20',
  });
  expect([...marked]).toEqual(['brev']);
});

test('an entry that is screened keeps its code, and hides what either of the two hides', () => {
  const { screening } = screeningByTypes([ofLetters], ['brev'], own, today);
  expect(screening).toMatchObject({ accessCode: 'KL', hidesTitle: true, hidesParties: true });
  expect(screening?.endsOn).toBeUndefined();
});

test('a type without a default brings nothing', () => {
  expect(screeningByTypes([ofLetters, ofClass], ['signert'], own, today)).toEqual({
    screening: own,
    marked: new Set(),
  });
});
