/** Digits as pasted from anywhere: spaces, dots, dashes and full-width digits are taken away or made plain. */
export const canonicalDigits = (text: string): string =>
  text.normalize('NFKC').replace(/[\s.\-\u2013\u2014\u00AD\u200B/]/gu, '');

/** Stands for the last five digits of an identity number. */
export const hiddenDigits = '●●●●●';

/** `ddmmyy ●●●●●`: what lists and fields show until someone asks to see the rest. */
export const maskedIdentityNumber = (digits: string): string => `${digits.slice(0, 6)} ${hiddenDigits}`;

/** The same of a number as typed, which may be too short or too long. */
export function maskTyped(typed: string): string {
  const digits = canonicalDigits(typed);
  if (digits.length === 11) return maskedIdentityNumber(digits);
  return digits.slice(0, 6) + '●'.repeat(Math.max(0, digits.length - 6));
}

/** As typed until all eleven digits are there, so that one sees what is missing; then the mask. */
export function maskWhole(typed: string): string {
  const digits = canonicalDigits(typed);
  return /^\d{11}$/.test(digits) ? maskedIdentityNumber(digits) : typed;
}
