import { type IdentityNumber, isIdentityNumber } from '../../domain/identity-number.ts';

/** A synthetic number, held to the rules. */
export function identityNumber(digits: string): IdentityNumber {
  if (!isIdentityNumber(digits)) throw new Error(`no identity number: ${digits}`);
  return digits;
}
