import { idnr } from '@navikt/fnrvalidator';
import type { Branded } from './basics.ts';
import { canonicalDigits, hiddenDigits } from './identity-digits.ts';

/** Eleven digits that stand the rules: {@link readIdentityNumber} has said so. */
export type IdentityNumber = Branded<'identity-number'>;
export const identityKinds = ['birth-number', 'd-number'] as const;

/**
 * What an identity number turned out to be (docs/rules.md, 25 and 26).
 * `synthetic` covers month + 80 (Skatteetaten), + 65 (Norsk helsenett) and + 40 (NAV).
 */
export type IdentityReading = {
  readonly digits: IdentityNumber;
  readonly kind: (typeof identityKinds)[number];
  readonly synthetic: boolean;
  /** The first control digit follows the rule that holds from 2032 only: legal, but hardly right today. */
  readonly control2032: boolean;
};
export type IdentityFault = 'missing' | 'not-eleven-digits' | 'wrong-control' | 'no-such-date';

export function readIdentityNumber(text: string): IdentityReading | IdentityFault {
  const digits = canonicalDigits(text);
  if (digits === '') return 'missing';
  if (!/^\d{11}$/.test(digits)) return 'not-eleven-digits';
  const control = controlOf(digits);
  if (control === 'wrong') return 'wrong-control';
  const shape = dateShape(digits);
  if (!shape || !isInRegister(digits, shape)) return 'no-such-date';
  return {
    digits,
    kind: shape.dNumber ? 'd-number' : 'birth-number',
    synthetic: shape.synthetic,
    control2032: control === '2032',
  };
}

/** Eleven digits written together that {@link readIdentityNumber} finds no fault with. */
export const isIdentityNumber = (text: string): text is IdentityNumber => {
  const reading = readIdentityNumber(text);
  return typeof reading !== 'string' && reading.digits === text;
};

const written = /(?<!\d)(\d{6})([ \u00A0.-]?)(\d{5})(?!\d)/gu;

/** Identity numbers that a text shows, each once: written together or parted after the sixth. */
export function findIdentityNumbers(text: string): readonly IdentityNumber[] {
  const looked = text.matchAll(written);
  const digits = [...looked].map(([, birth = '', , rest = '']) => birth + rest);
  return [...new Set(digits)].filter(isIdentityNumber);
}

/** The text with the last five digits of each of them hidden: `148385 ●●●●●`. It is as long as before. */
export const hideIdentityNumbers = (text: string): string =>
  text.replace(written, (all, birth: string, sign: string, rest: string) =>
    isIdentityNumber(birth + rest) ? birth + sign + hiddenDigits : all,
  );

const firstWeights = [3, 7, 6, 1, 8, 9, 4, 5, 2, 1] as const;
const secondWeights = [5, 4, 3, 2, 7, 6, 5, 4, 3, 2, 1] as const;
const weighted = (digits: string, weights: readonly number[]): number =>
  weights.reduce((sum, weight, position) => sum + weight * Number(digits[position]), 0) % 11;

const controlOf = (digits: string): 'strict' | '2032' | 'wrong' => {
  if (weighted(digits, secondWeights) !== 0) return 'wrong';
  const first = weighted(digits, firstWeights);
  if (first === 0) return 'strict';
  return first <= 3 ? '2032' : 'wrong';
};

type DateShape = NonNullable<ReturnType<typeof dateShape>>;
/** The library keeps up with the register's own rules; +65 is the one kind of number it does not know. */
const isInRegister = (digits: string, { healthNetwork }: DateShape): digits is IdentityNumber =>
  healthNetwork || idnr(digits).status !== 'invalid';

const dateShape = (digits: string) => {
  const dNumber = Number(digits.slice(0, 2)) > 40;
  const day = Number(digits.slice(0, 2)) - (dNumber ? 40 : 0);
  const rawMonth = Number(digits.slice(2, 4));
  const shift = [0, 40, 65, 80].find((candidate) => rawMonth - candidate >= 1 && rawMonth - candidate <= 12);
  if (shift === undefined) return undefined;
  const daysIn = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][rawMonth - shift - 1] ?? 0;
  if (day < 1 || day > daysIn) return undefined;
  return { dNumber, synthetic: shift !== 0, healthNetwork: shift === 65 };
};
