/** Operators of a Type 2 charstring that a test writes by hand. */
export const type2 = {
  hstem: 1,
  rmoveto: 21,
  vlineto: 7,
  hlineto: 6,
  callsubr: 10,
  return: 11,
  endchar: 14,
  add: [12, 10],
} as const;

export type CffWish = {
  /** Charstrings after that of the missing glyph, which is empty. */
  readonly glyphs: readonly Buffer[];
  readonly subroutines?: readonly Buffer[];
  /** More entries of the top dictionary, as bytes. */
  readonly top?: Buffer;
};

/** A charstring of numbers and operators: a number by itself, an operator in a list. */
export const charstring = (...parts: readonly (number | readonly number[])[]): Buffer =>
  Buffer.concat(parts.map((part) => (typeof part === 'number' ? number(part) : Buffer.from(part))));

/** A box between two heights. */
export const box = ({ bottom, top }: { readonly bottom: number; readonly top: number }): Buffer =>
  charstring(0, bottom, [type2.rmoveto], top - bottom, 500, bottom - top, [type2.vlineto], [type2.endchar]);

/** A bare CFF font, as a PDF embeds it. */
export function writeCff({ glyphs, subroutines = [], top = Buffer.alloc(0) }: CffWish): Uint8Array {
  const head = Buffer.concat([Buffer.from([1, 0, 4, 4]), index([Buffer.from('Stor')])]);
  const outlines = index([charstring([type2.endchar]), ...glyphs]);
  const local = index(subroutines);
  const own = Buffer.concat([dictNumber(6), Buffer.from([19])]);
  const dictOf = (start: number): Buffer =>
    Buffer.concat([
      top,
      dictNumber(start),
      Buffer.from([17]),
      dictNumber(own.length),
      dictNumber(start + outlines.length),
      Buffer.from([18]),
    ]);
  const rest = Buffer.concat([index([]), index([])]);
  const start = head.length + index([dictOf(0)]).length + rest.length;
  return Buffer.concat([head, index([dictOf(start)]), rest, outlines, own, local]);
}

function index(items: readonly Buffer[]): Buffer {
  if (items.length === 0) return Buffer.from([0, 0]);
  const offsets = Buffer.alloc((items.length + 1) * 2);
  let at = 1;
  for (const [place, item] of items.entries()) {
    offsets.writeUInt16BE(at, place * 2);
    at += item.length;
  }
  offsets.writeUInt16BE(at, items.length * 2);
  return Buffer.concat([Buffer.from([0, items.length, 2]), offsets, ...items]);
}

/** Always five bytes, so that places can be told before they are known. */
export function dictNumber(value: number): Buffer {
  const bytes = Buffer.alloc(5, 29);
  bytes.writeInt32BE(value, 1);
  return bytes;
}

function number(value: number): Buffer {
  const bytes = Buffer.alloc(3, 28);
  bytes.writeInt16BE(value, 1);
  return bytes;
}
