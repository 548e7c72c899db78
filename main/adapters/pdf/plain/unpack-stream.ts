import { inflateSync } from 'node:zlib';
import { isArray, isDict, NotPlain, nameOf, type PlainDict, type PlainStream } from './plain-values.ts';

/** What one cross-reference or object stream may hold after unpacking. */
const limit = 48 * 1024 * 1024;

/** The bytes of a stream that is not packed, or packed once by Flate, with or without PNG's prediction. */
export function unpackStream({ dict, data }: PlainStream): Buffer {
  const filter = dict.get('Filter');
  const filters = isArray(filter) ? filter.map(nameOf) : filter === undefined ? [] : [nameOf(filter)];
  if (filters.length === 0) return data;
  if (filters.length > 1 || filters[0] !== 'FlateDecode') throw new NotPlain('an unknown filter');
  const given = dict.get('DecodeParms');
  const parms = isArray(given) ? given[0] : given;
  try {
    const unpacked = inflateSync(data, { maxOutputLength: limit });
    return isDict(parms) ? unpredict(unpacked, parms) : unpacked;
  } catch (fault) {
    throw new NotPlain(`a stream does not unpack: ${fault instanceof Error ? fault.message : ''}`);
  }
}

function unpredict(packed: Buffer, parms: PlainDict): Buffer {
  const number = (key: string, otherwise: number) => {
    const value = parms.get(key) ?? otherwise;
    if (typeof value !== 'number') throw new NotPlain(`${key} is no number`);
    return value;
  };
  const predictor = number('Predictor', 1);
  if (predictor === 1) return packed;
  if (predictor < 10 || number('Colors', 1) !== 1 || number('BitsPerComponent', 8) !== 8)
    throw new NotPlain('an unknown prediction');
  const width = number('Columns', 1);
  const rows = Math.floor(packed.length / (width + 1));
  const out = Buffer.alloc(rows * width);
  for (let row = 0; row < rows; row += 1) {
    const from = row * (width + 1);
    const to = row * width;
    const method = packed[from] ?? 0;
    for (let column = 0; column < width; column += 1) {
      const left = column > 0 ? (out[to + column - 1] ?? 0) : 0;
      const above = row > 0 ? (out[to + column - width] ?? 0) : 0;
      const corner = row > 0 && column > 0 ? (out[to + column - width - 1] ?? 0) : 0;
      out[to + column] = (packed[from + 1 + column] ?? 0) + predicted(method, left, above, corner);
    }
  }
  return out;
}

function predicted(method: number, left: number, above: number, corner: number): number {
  if (method === 0) return 0;
  if (method === 1) return left;
  if (method === 2) return above;
  if (method === 3) return (left + above) >> 1;
  if (method !== 4) throw new NotPlain('an unknown prediction');
  const guess = left + above - corner;
  const [toLeft, toAbove, toCorner] = [left, above, corner].map((value) => Math.abs(guess - value));
  if ((toLeft ?? 0) <= (toAbove ?? 0) && (toLeft ?? 0) <= (toCorner ?? 0)) return left;
  return (toAbove ?? 0) <= (toCorner ?? 0) ? above : corner;
}
