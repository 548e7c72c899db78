const weights = [3, 2, 7, 6, 5, 4, 3, 2, 1] as const;

/** Nine digits whose weighted sum is divisible by eleven (docs/rules.md, 27). */
export const isOrganisationNumber = (digits: string): boolean =>
  /^\d{9}$/.test(digits) &&
  weights.reduce((sum, weight, at) => sum + weight * Number(digits[at]), 0) % 11 === 0;
