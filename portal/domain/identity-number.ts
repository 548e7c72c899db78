const firstWeights = [3, 7, 6, 1, 8, 9, 4, 5, 2];
const secondWeights = [5, 4, 3, 2, 7, 6, 5, 4, 3, 2];
/** From this day the first check digit of new numbers may leave 0, 1, 2 or 3 (Skatteetaten). */
const newControl = Date.UTC(2032, 0, 1);

const weigh = (digits: readonly number[], weights: readonly number[]) =>
  weights.reduce((sum, weight, index) => sum + weight * (digits[index] ?? 0), 0);

/**
 * Fødselsnummer or D-number with right check digits and a day that exists, synthetic ones
 * (month +80 Skatteetaten, +65 Norsk helsenett, +40 NAV) included.
 */
export function isIdentityNumber(text: string, now: number): boolean {
  if (!/^\d{11}$/.test(text)) return false;
  const digits = [...text].map(Number);
  const first = (weigh(digits, firstWeights) + (digits[9] ?? 0)) % 11;
  const firstHolds = first === 0 || (now >= newControl && first <= 3);
  const secondHolds = (weigh(digits, secondWeights) + (digits[10] ?? 0)) % 11 === 0;
  return firstHolds && secondHolds && birthDayOf(text) !== undefined;
}

/** `dd.mm.yyyy`, or undefined when the number holds no day that exists. */
export function birthDayOf(number: string): string | undefined {
  const rawDay = Number(number.slice(0, 2));
  const day = rawDay > 40 ? rawDay - 40 : rawDay;
  const month = plainMonth(Number(number.slice(2, 4)));
  const year = fullYear(Number(number.slice(4, 6)), Number(number.slice(6, 9)));
  const date = new Date(Date.UTC(year, month - 1, day));
  if (month === 0 || date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return undefined;
  const pad = (value: number) => String(value).padStart(2, '0');
  return `${pad(day)}.${pad(month)}.${year}`;
}

function plainMonth(month: number): number {
  const added = [0, 40, 65, 80].find((shift) => month - shift >= 1 && month - shift <= 12);
  return added === undefined ? 0 : month - added;
}

function fullYear(year: number, individual: number): number {
  if (individual < 500) return 1900 + year;
  if (individual >= 900 && year >= 40) return 1900 + year;
  if (year < 40) return 2000 + year;
  return 1800 + year;
}
