import { fail } from './span.ts';

/** Tables that paint otherwise than by the outlines in `glyf` or `CFF `. */
const otherDrawings = ['CFF2', 'fvar', 'gvar', 'sbix', 'CBDT', 'EBDT', 'bdat', 'COLR', 'SVG '];

/** The tables of a font file that begins with one of these signs, each of them once and whole. */
export function readTables(program: Uint8Array, signs: readonly string[]): ReadonlyMap<string, Buffer> {
  const bytes = Buffer.from(program.buffer, program.byteOffset, program.byteLength);
  bytes.readUInt32BE(0);
  if (!signs.includes(bytes.toString('latin1', 0, 4))) fail(`not ${signs.length > 1 ? 'TrueType' : 'CFF'}`);
  const tables = new Map<string, Buffer>();
  for (let at = 12; at < 12 + bytes.readUInt16BE(4) * 16; at += 16) {
    const tag = bytes.toString('latin1', at, at + 4);
    const [start, length] = [bytes.readUInt32BE(at + 8), bytes.readUInt32BE(at + 12)];
    if (tables.has(tag) || otherDrawings.includes(tag) || start + length > bytes.length) fail(tag);
    tables.set(tag, bytes.subarray(start, start + length));
  }
  return tables;
}
