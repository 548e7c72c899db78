import { expect, test } from 'vitest';
import { lookAlike } from '../../../../renderer/screens/access/look-alike.ts';

test.each([
  ['Helse og omsorg', 'helse og  omsorg'],
  ['Helse og omsorg', 'Helse og omsrog'],
  ['Offl. § 13 jf. fvl. § 13', 'offl § 13, jfr fvl § 13'],
  ['Offl. § 25', 'offl §25'],
])('%s may be %s', (one, other) => {
  expect(lookAlike(one, other)).toBe(true);
});

test.each([
  ['Helse og omsorg', 'Oppvekst'],
  ['Offl. § 13', 'Offl. § 14'],
  ['Offl. § 26 første ledd', 'Offl. § 26 femte ledd'],
  ['IT', 'HR'],
])('%s is not %s', (one, other) => {
  expect(lookAlike(one, other)).toBe(false);
});
