import { expect, test } from 'vitest';
import { checkRecipientList, isListSound, mostListed } from '../../domain/recipient-list.ts';

const ingrid = '14838511091';
const olav = '02917112145';
const person = (name: string, identityNumber: string, more: object = {}) => ({
  line: 1,
  name,
  identityNumber,
  ...more,
});
const codesOf = (people: readonly ReturnType<typeof person>[], training = true) =>
  checkRecipientList(people, { training }).map(({ faults }) => faults.map(({ code }) => code));

test.each([
  ['nothing', person('Ingrid', ingrid), []],
  ['a number in two parts', person('Ingrid', '148385 11091'), []],
  ['no name', person('  ', ingrid), ['name-missing']],
  ['no number', person('Ingrid', ''), ['number-missing']],
  ['ten digits, as a spreadsheet leaves them', person('Olav', olav.slice(1)), ['number-length']],
  ['a wrong control digit', person('Ingrid', '14838511092'), ['number-control']],
  ['neither name nor number', person('', ''), ['name-missing', 'number-missing']],
  ['a firm', person('Ingrid', ingrid, { firm: 'Bygg AS', organisationNumber: '974 760 673' }), []],
  ['a firm without a number', person('Ingrid', ingrid, { firm: 'Bygg AS' }), []],
  [
    'the wrong number of a firm',
    person('Ingrid', ingrid, { firm: 'Bygg AS', organisationNumber: '974760674' }),
    ['firm-number-wrong'],
  ],
  [
    'the number of a firm without its name',
    person('Ingrid', ingrid, { organisationNumber: '974760673' }),
    ['firm-name-missing'],
  ],
])('%s', (_what, one, codes) => {
  expect(codesOf([one])).toEqual([codes]);
  expect(isListSound(checkRecipientList([one], { training: true }))).toBe(codes.length === 0);
});

test('a synthetic number is stopped in production', () => {
  expect(codesOf([person('Ingrid', ingrid)], false)).toEqual([['synthetic']]);
});

test('a double names the line of the first, however the number is written', () => {
  const people = [
    { ...person('Ingrid', ingrid), line: 2 },
    { ...person('Olav', olav), line: 3 },
    { ...person('I. Solberg', '148385 11091'), line: 5 },
  ];
  expect(checkRecipientList(people, { training: true }).map(({ faults }) => faults)).toEqual([
    [],
    [],
    [{ code: 'double', severity: 'stop', first: 2 }],
  ]);
});

test('what is beyond the most is marked, and an empty list is not sent', () => {
  const people = Array.from({ length: mostListed + 2 }, () => person('x', ''));
  const beyond = codesOf(people).filter((codes) => codes.includes('too-many'));
  expect(beyond).toHaveLength(2);
  expect(isListSound([])).toBe(false);
});
