import { describe, expect, it } from 'vitest';
import { birthDayOf, isIdentityNumber } from '../../../portal/domain/identity-number.ts';
import { isOrganisationNumber } from '../../../portal/domain/organisation-number.ts';
import { trainingOrganisation } from '../../../portal/portal.ts';
import { lookUpPerson, persons } from '../../../portal/training/register.ts';

const now = Date.UTC(2026, 10, 20);

describe('identity numbers', () => {
  it.each(['17912099997', '57912075186', '12829499914', '15507600333'])('%s is valid', (number) => {
    expect(isIdentityNumber(number, now)).toBe(true);
  });
  it('takes numbers given from 2032 from then on only', () => {
    expect(isIdentityNumber('30108299939', now)).toBe(false);
    expect(isIdentityNumber('30108299939', Date.UTC(2032, 0, 2))).toBe(true);
  });
  it('refuses every change of one digit', () => {
    const number = '14838511091';
    for (let at = 0; at < 11; at += 1) {
      for (let digit = 0; digit < 10; digit += 1) {
        const other = `${number.slice(0, at)}${digit}${number.slice(at + 1)}`;
        expect(isIdentityNumber(other, now)).toBe(other === number);
      }
    }
  });
  it.each(['', '1483851109', '148385110911', 'abcdefghijk', '١٤٨٣٨٥١١٠٩١'])('refuses %j', (text) => {
    expect(isIdentityNumber(text, now)).toBe(false);
  });
});

it('every person of the register is synthetic and has a valid number of their own', () => {
  expect(new Set(persons.map((person) => person.number)).size).toBe(persons.length);
  for (const { number } of persons) {
    expect(isIdentityNumber(number, now)).toBe(true);
    expect(Number(number.slice(2, 4))).toBeGreaterThan(80);
  }
  expect(lookUpPerson('17912099997').name).toMatch(/^Testperson \d{6}$/);
  expect(birthDayOf('23869213241')).toBe('23.06.1992');
});

it('organisation numbers have nine digits and a check digit', () => {
  expect(isOrganisationNumber(trainingOrganisation.number)).toBe(true);
  expect(isOrganisationNumber('974760673')).toBe(true);
  expect(isOrganisationNumber('974760674')).toBe(false);
  expect(isOrganisationNumber('97476067')).toBe(false);
});
