import { PdfName, PdfNumber } from '@libpdf/core';

type Writer = Parameters<PdfNumber['toBytes']>[0];

/** A number written as it was read: the library rounds to five decimals, which moves or flattens what is scaled by it. */
export class ExactNumber extends PdfNumber {
  override toBytes(writer: Writer): void {
    writer.writeAscii(inDigits(this.value));
  }
}

/** PDF has no exponent notation for numbers (ISO 32000-2, 7.3.3). */
function inDigits(value: number): string {
  const shortest = String(value);
  if (!shortest.includes('e')) return shortest;
  if (Math.abs(value) >= 1) return BigInt(value).toString();
  return value.toFixed(100).replace(/\.?0+$/, '');
}

const roundedByLibrary = (value: number): boolean => !Number.isInteger(value * 100_000);

export const exactNumber = (number: PdfNumber): PdfNumber =>
  roundedByLibrary(number.value) ? new ExactNumber(number.value) : number;

/**
 * A name of the bytes given, one for each character. The library would write them as UTF-8, so what it keeps as the
 * written form is put in its place, on a name that no file can hold: each byte beyond ASCII as a private character.
 */
export function exactName(bytes: string): PdfName {
  const name = PdfName.of(
    bytes.replace(/[^\0-\x7f]/g, (char) => String.fromCharCode(0xe000 + char.charCodeAt(0))),
  );
  const escaped = bytes.replace(
    /[^!-~]|[#%()/<>[\]{}]/g,
    (char) => `#${char.charCodeAt(0).toString(16).padStart(2, '0')}`,
  );
  Reflect.set(name, 'cachedBytes', Buffer.from(`/${escaped}`, 'latin1'));
  return name;
}
