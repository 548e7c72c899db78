import {
  isArray,
  PlainName,
  PlainRef,
  PlainStream,
  PlainText,
  type PlainValue,
} from '../plain/plain-values.ts';

/** A value as a PDF writes it, one character for each byte. Streams are written by whoever has their bytes. */
export function writePlain(value: PlainValue): string {
  if (value === null) return 'null';
  if (typeof value === 'boolean') return String(value);
  if (typeof value === 'number') return writeNumber(value);
  if (value instanceof PlainName)
    return `/${value.name.replace(/[^!-~]|[#%()/<>[\]{}]/g, (char) => `#${char.charCodeAt(0).toString(16).padStart(2, '0')}`)}`;
  if (value instanceof PlainText) return `<${Buffer.from(value.bytes, 'latin1').toString('hex')}>`;
  if (value instanceof PlainRef) return `${value.number} ${value.generation} R`;
  if (value instanceof PlainStream) throw new Error('a stream is no value of another object');
  if (isArray(value)) return `[${value.map(writePlain).join(' ')}]`;
  return `<<${[...value].map(([key, entry]) => `${writePlain(new PlainName(key))} ${writePlain(entry)}`).join(' ')}>>`;
}

/** PDF has no exponent notation for numbers (ISO 32000-2, 7.3.3). */
function writeNumber(value: number): string {
  const shortest = String(value);
  return shortest.includes('e') ? value.toFixed(20).replace(/\.?0+$/, '') : shortest;
}
