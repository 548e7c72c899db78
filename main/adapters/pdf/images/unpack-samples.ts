import { inflateSync } from 'node:zlib';
import { isDict, NotPlain, type PlainStream, type PlainValue } from '../plain/plain-values.ts';
import type { Samples } from './list-images.ts';

/** The samples of a picture packed by Flate, one byte for each colour of each pixel, a palette looked up. */
export function unpackSamples(
  { dict, data }: PlainStream,
  samples: Samples,
  follow: (value: PlainValue | undefined) => PlainValue,
): { readonly bytes: Buffer; readonly colours: 1 | 3 } {
  const [across, down] = [follow(dict.get('Width')), follow(dict.get('Height'))];
  if (typeof across !== 'number' || typeof down !== 'number') throw new NotPlain('a picture without a size');
  const { bits, colours, palette } = samples;
  const row = Math.ceil((across * bits * colours) / 8);
  const parms = follow(dict.get('DecodeParms'));
  const predictor = isDict(parms) ? (follow(parms.get('Predictor')) ?? 1) : 1;
  if (typeof predictor !== 'number' || (predictor !== 1 && predictor < 10))
    throw new NotPlain('an unknown prediction');
  const predicted = predictor >= 10;
  const room = (row + (predicted ? 1 : 0)) * down;
  const packed = inflateSync(data, { maxOutputLength: room + 4096 });
  if (packed.length < room) throw new NotPlain('a picture has fewer samples than it says');
  const pixel = Math.max(1, (bits * colours) >> 3);
  const plain = predicted ? unpredict(packed, row, down, pixel) : packed;
  return palette
    ? { bytes: lookUp(plain, across, down, row, bits, palette), colours: 3 }
    : { bytes: plain, colours };
}

/** PNG's predictions, ISO 32000-2, 7.4.4.4: each row begins with how it was predicted. */
function unpredict(packed: Buffer, row: number, down: number, pixel: number): Buffer {
  const out = Buffer.alloc(row * down);
  for (let line = 0; line < down; line += 1) {
    const from = line * (row + 1);
    const to = line * row;
    const method = packed[from] ?? 0;
    if (method > 4) throw new NotPlain('an unknown prediction');
    for (let at = 0; at < row; at += 1) {
      const left = at >= pixel ? (out[to + at - pixel] ?? 0) : 0;
      const above = line > 0 ? (out[to + at - row] ?? 0) : 0;
      const corner = line > 0 && at >= pixel ? (out[to + at - row - pixel] ?? 0) : 0;
      out[to + at] = (packed[from + 1 + at] ?? 0) + guess(method, left, above, corner);
    }
  }
  return out;
}

function guess(method: number, left: number, above: number, corner: number): number {
  if (method === 0) return 0;
  if (method === 1) return left;
  if (method === 2) return above;
  if (method === 3) return (left + above) >> 1;
  const sum = left + above - corner;
  const [toLeft, toAbove, toCorner] = [Math.abs(sum - left), Math.abs(sum - above), Math.abs(sum - corner)];
  if (toLeft <= toAbove && toLeft <= toCorner) return left;
  return toAbove <= toCorner ? above : corner;
}

function lookUp(
  plain: Buffer,
  across: number,
  down: number,
  row: number,
  bits: number,
  palette: Uint8Array,
): Buffer {
  const out = Buffer.alloc(across * down * 3);
  const mask = (1 << bits) - 1;
  for (let line = 0; line < down; line += 1)
    for (let column = 0; column < across; column += 1) {
      const bit = column * bits;
      const index = ((plain[line * row + (bit >> 3)] ?? 0) >> (8 - bits - (bit & 7))) & mask;
      const to = (line * across + column) * 3;
      out[to] = palette[index * 3] ?? 0;
      out[to + 1] = palette[index * 3 + 1] ?? 0;
      out[to + 2] = palette[index * 3 + 2] ?? 0;
    }
  return out;
}
