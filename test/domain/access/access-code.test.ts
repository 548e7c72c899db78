import { expect, test } from 'vitest';
import { type AccessLists, decideScreening } from '../../../domain/access/access-code.ts';
import { toId } from '../../../domain/basics.ts';
import type { Screening } from '../../../domain/screening.ts';

const lists: AccessLists = {
  codes: [
    { id: toId('UO'), name: 'Unntatt offentlighet', bases: [toId('b13'), toId('b5')] },
    { id: toId('XX'), name: 'Midlertidig sperret', bases: [toId('b13')], withdrawnOn: '2026-01-01' },
  ],
  bases: [
    { id: toId('b13'), text: 'Offl. § 13' },
    { id: toId('b5'), text: 'Offl. § 5', repealedOn: '2026-06-01' },
    { id: toId('b25'), text: 'Offl. § 25' },
  ],
  groups: [{ id: toId('vern'), name: 'Barnevern', members: [] }],
};
const given = (change: Partial<Screening> = {}): Screening => ({
  accessCode: toId('UO'),
  legalBasis: 'Offl. § 13',
  hidesTitle: true,
  hidesParties: false,
  hidesDocuments: false,
  ...change,
});
const why = (after: Screening, before?: Screening, today: `${number}-${number}-${number}` = '2026-11-21') => {
  const answer = decideScreening(lists, after, before, today);
  return answer.ok ? 'yes' : answer.refusal.code;
};

test.each<[string, Screening, string]>([
  ['a code with one of its bases', given(), 'yes'],
  ['an unknown code', given({ accessCode: toId('ZZ') }), 'access-code-unknown'],
  ['a code that is withdrawn', given({ accessCode: toId('XX') }), 'access-code-withdrawn'],
  ['a basis of no code', given({ legalBasis: 'Offl. § 99' }), 'legal-basis-unknown'],
  ['a basis of another code', given({ legalBasis: 'Offl. § 25' }), 'legal-basis-unknown'],
  ['a basis that is repealed', given({ legalBasis: 'Offl. § 5' }), 'legal-basis-repealed'],
  ['a group', given({ accessGroup: toId('vern') }), 'yes'],
  ['a group that is gone', given({ accessGroup: toId('borte') }), 'access-group-unknown'],
  ['nothing hidden', given({ hidesTitle: false }), 'nothing-screened'],
])('a screening with %s: %s', (_what, screening, answer) => {
  expect(why(screening)).toBe(answer);
});

test('what stood before it was withdrawn or repealed may stay, but is not chosen anew', () => {
  const old = given({ accessCode: toId('XX') });
  expect(why({ ...old, hidesParties: true }, old)).toBe('yes');
  const repealed = given({ legalBasis: 'Offl. § 5' });
  expect(why({ ...repealed, endsOn: '2027-01-01' }, repealed)).toBe('yes');
  expect(why(repealed, given())).toBe('legal-basis-repealed');
  expect(why(repealed, undefined, '2026-05-31')).toBe('yes');
});
