import { fail } from './span.ts';

/** Operands by operator; one of two bytes as `0x0c00` and its second. */
export type CffDict = ReadonlyMap<number, readonly number[]>;

/** A list of byte strings, and where it ends. */
export function readIndex(
  bytes: Buffer,
  start: number,
): { readonly items: readonly Buffer[]; readonly end: number } {
  const count = bytes.readUInt16BE(start);
  if (count === 0) return { items: [], end: start + 2 };
  const size = bytes.readUInt8(start + 2);
  if (size < 1 || size > 4) fail('a list');
  const base = start + 3 + (count + 1) * size - 1;
  const items: Buffer[] = [];
  let from = bytes.readUIntBE(start + 3, size);
  if (from !== 1) fail('a list');
  for (let at = 1; at <= count; at += 1) {
    const to = bytes.readUIntBE(start + 3 + at * size, size);
    if (to < from || base + to > bytes.length) fail('a list');
    items.push(bytes.subarray(base + from, base + to));
    from = to;
  }
  return { items, end: base + from };
}

/** Each operator once: readers differ about which of two counts. */
export function readCffDict(bytes: Buffer): CffDict {
  const dict = new Map<number, readonly number[]>();
  let operands: number[] = [];
  let at = 0;
  while (at < bytes.length) {
    const byte = bytes.readUInt8(at);
    at += 1;
    if (byte <= 21) {
      const operator = byte === 12 ? 0x0c00 + bytes.readUInt8(at) : byte;
      if (byte === 12) at += 1;
      if (dict.has(operator)) fail('an entry given twice');
      dict.set(operator, operands);
      operands = [];
    } else if (byte === 30) {
      const end = endOfReal(bytes, at);
      operands.push(realOf(bytes.subarray(at, end)));
      at = end;
    } else if (byte === 28) {
      operands.push(bytes.readInt16BE(at));
      at += 2;
    } else if (byte === 29) {
      operands.push(bytes.readInt32BE(at));
      at += 4;
    } else if (byte >= 32 && byte <= 246) operands.push(byte - 139);
    else if (byte >= 247 && byte <= 250) {
      operands.push((byte - 247) * 256 + bytes.readUInt8(at) + 108);
      at += 1;
    } else if (byte >= 251 && byte <= 254) {
      operands.push(-(byte - 251) * 256 - bytes.readUInt8(at) - 108);
      at += 1;
    } else fail('an entry');
  }
  return operands.length === 0 ? dict : fail('an entry');
}

/** A number in half bytes ends with one of all ones. */
function endOfReal(bytes: Buffer, start: number): number {
  let at = start;
  while ((bytes.readUInt8(at) & 0x0f) !== 0x0f && bytes.readUInt8(at) >> 4 !== 0x0f) at += 1;
  return at + 1;
}

const halves = ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9', '.', 'E', 'E-', '?', '-'] as const;

function realOf(bytes: Buffer): number {
  const text = [...bytes]
    .flatMap((byte) => [byte >> 4, byte & 0x0f])
    .map((half) => halves[half] ?? '')
    .join('');
  const value = Number(text);
  return text !== '' && Number.isFinite(value) ? value : fail('a number');
}
