import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { canonicalDigits, maskedIdentityNumber } from '../../domain/identity-digits.ts';
import { readIdentityNumber } from '../../domain/identity-number.ts';

/** Completes nine digits with right control digits; `remainder` is that of the first control (0 before 2032). */
function complete(nine: string, remainder = 0): string | undefined {
  const first = [3, 7, 6, 1, 8, 9, 4, 5, 2];
  const second = [5, 4, 3, 2, 7, 6, 5, 4, 3, 2];
  const sum = (digits: string, weights: readonly number[]) =>
    weights.reduce((all, weight, at) => all + weight * Number(digits[at]), 0);
  const k1 = (((remainder - sum(nine, first)) % 11) + 11) % 11;
  if (k1 === 10) return undefined;
  const ten = `${nine}${k1}`;
  const k2 = ((-sum(ten, second) % 11) + 11) % 11;
  return k2 === 10 ? undefined : `${ten}${k2}`;
}

const two = (value: number) => String(value).padStart(2, '0');
const parts = fc.record({
  day: fc.integer({ min: 1, max: 28 }),
  month: fc.integer({ min: 1, max: 12 }),
  rest: fc.integer({ min: 0, max: 99_999 }),
});

describe('the control digits', () => {
  test.each([
    ['17912099997', { kind: 'birth-number', synthetic: true }],
    ['57912075186', { kind: 'd-number', synthetic: true }],
    ['12829499914', { kind: 'birth-number', synthetic: true }],
    ['02013299997', { kind: 'birth-number', synthetic: false, control2032: false }],
    ['30108299939', { kind: 'birth-number', synthetic: false, control2032: true }],
    ['15507600333', { kind: 'birth-number', synthetic: true }],
  ])('%s is read as %o', (digits, expected) => {
    expect(readIdentityNumber(digits)).toMatchObject({ digits, ...expected });
  });

  test.each(['00000000000', '17912099998', '17912099987', '11111111111'])('%s is refused', (digits) => {
    expect(typeof readIdentityNumber(digits)).toBe('string');
  });

  test('one wrong digit is never accepted as strict', () => {
    fc.assert(
      fc.property(
        parts,
        fc.integer({ min: 0, max: 10 }),
        fc.integer({ min: 1, max: 9 }),
        ({ day, month, rest }, at, by) => {
          const number = complete(`${two(day)}${two(month + 80)}${String(rest).padStart(5, '0')}`);
          fc.pre(number !== undefined);
          const digit = (Number(number[at]) + by) % 10;
          const wrong = readIdentityNumber(`${number.slice(0, at)}${digit}${number.slice(at + 1)}`);
          expect(typeof wrong === 'string' || wrong.control2032).toBe(true);
        },
      ),
    );
  });

  test('remainders 1 to 3 are the rule of 2032, 4 to 10 are wrong', () => {
    for (let remainder = 0; remainder < 11; remainder += 1) {
      const number = ['010190123', '020190123', '030190123', '040190124']
        .map((nine) => complete(nine, remainder))
        .find((found) => found !== undefined);
      if (number === undefined) continue;
      const read = readIdentityNumber(number);
      if (remainder === 0) expect(read).toMatchObject({ control2032: false });
      else if (remainder <= 3) expect(read).toMatchObject({ control2032: true });
      else expect(read).toBe('wrong-control');
    }
  });
});

describe('synthetic numbers', () => {
  test.each([40, 65, 80])('month + %i is synthetic', (shift) => {
    fc.assert(
      fc.property(parts, ({ day, month, rest }) => {
        const number = complete(`${two(day)}${two(month + shift)}${String(rest).padStart(5, '0')}`);
        fc.pre(number !== undefined);
        const read = readIdentityNumber(number);
        expect(read).toMatchObject({ synthetic: true });
      }),
    );
  });
});

describe('what is typed', () => {
  test.each([
    '179120 99997',
    '179120-99997',
    '17.91.20 99997',
    ' 17912099997 ',
    '17912099997',
    '179120\u00ad99997',
  ])('%j is the same number', (typed) => {
    expect(canonicalDigits(typed)).toBe('17912099997');
  });
  test.each([
    ['', 'missing'],
    ['   ', 'missing'],
    ['1791209999', 'not-eleven-digits'],
    ['1791209999a', 'not-eleven-digits'],
    ['179120999971', 'not-eleven-digits'],
  ])('%j is %s', (typed, fault) => {
    expect(readIdentityNumber(typed)).toBe(fault);
  });
  test('no text makes it throw', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => void readIdentityNumber(text)));
  });
  test('a list shows the birth date only', () => {
    expect(maskedIdentityNumber('17912099997')).toBe('179120 ●●●●●');
  });
});
