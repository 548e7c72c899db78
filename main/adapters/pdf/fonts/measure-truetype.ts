import { readTables } from './read-tables.ts';
import { emptySpan, fail, type Reach, reachOf, type Span } from './span.ts';

const headMagic = 0x5f0f3cf5;
const mostGlyphs = 65_536;
const deepest = 8;
const mostComponents = 200_000;

/**
 * How far the outlines of a TrueType font reach up and down: every one of them, since which of them a text shows is for
 * each reader to find. Control points count as painted. Throws on any other font, and on one that readers may read in
 * different ways. Instructions that move points when a size is fitted to the screen are not followed.
 */
export function measureTrueType(program: Uint8Array): Reach {
  const bytes = Buffer.from(program.buffer, program.byteOffset, program.byteLength);
  const tables = readTables(bytes, ['\0\x01\0\0', 'true']);
  if (tables.has('CFF ')) fail('CFF ');
  const table = (tag: string): Buffer => tables.get(tag) ?? fail(`no ${tag}`);
  const [head, loca, glyf] = [table('head'), table('loca'), table('glyf')];
  const unitsPerEm = head.readUInt16BE(18);
  const isLong = head.readInt16BE(50);
  if (head.readUInt32BE(12) !== headMagic || unitsPerEm < 16 || (isLong !== 0 && isLong !== 1)) fail('head');
  const size = isLong ? 4 : 2;
  const count = Math.floor(loca.length / size) - 1;
  if (count < table('maxp').readUInt16BE(4) || count > mostGlyphs) fail('glyphs');
  const placeAt = (at: number): number =>
    isLong ? loca.readUInt32BE(at * 4) : loca.readUInt16BE(at * 2) * 2;

  const known = new Map<number, Span>();
  let components = 0;
  const spanOf = (glyph: number, depth: number): Span => {
    const found = known.get(glyph);
    if (found) return found;
    if (glyph >= count || depth > deepest) fail('a component');
    const [start, end] = [placeAt(glyph), placeAt(glyph + 1)];
    if (start > end || end > glyf.length) fail('loca');
    const outline = glyf.subarray(start, end);
    const contours = outline.length === 0 ? 0 : outline.readInt16BE(0);
    const span = contours < 0 ? compositeSpan(outline, depth) : simpleSpan(outline, contours);
    known.set(glyph, span);
    return span;
  };
  const compositeSpan = (outline: Buffer, depth: number): Span => {
    let span: Span = emptySpan;
    for (const part of readComponents(outline)) {
      components += 1;
      if (components > mostComponents) fail('components');
      const { low, high } = spanOf(part.glyph, depth + 1);
      if (low > high) continue;
      const ends = [low * part.scale + part.up, high * part.scale + part.up];
      span = { low: Math.min(span.low, ...ends), high: Math.max(span.high, ...ends) };
    }
    return span;
  };
  let [low, high] = [0, 0];
  for (let glyph = 0; glyph < count; glyph += 1) {
    const span = spanOf(glyph, 0);
    [low, high] = [Math.min(low, span.low), Math.max(high, span.high)];
  }
  return reachOf({ low, high }, unitsPerEm);
}

function simpleSpan(outline: Buffer, contours: number): Span {
  if (contours === 0) return emptySpan;
  const ends = 10 + contours * 2;
  const points = outline.readUInt16BE(ends - 2) + 1;
  let at = ends + 2 + outline.readUInt16BE(ends);
  const flags: number[] = [];
  while (flags.length < points) {
    const flag = outline.readUInt8(at);
    const times = flag & 8 ? outline.readUInt8(at + 1) + 1 : 1;
    at += flag & 8 ? 2 : 1;
    for (let time = 0; time < times; time += 1) flags.push(flag);
  }
  if (flags.length > points) fail('flags');
  for (const flag of flags) at += flag & 2 ? 1 : flag & 16 ? 0 : 2;
  let [y, low, high] = [0, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const flag of flags) {
    if (flag & 4) y += (flag & 32 ? 1 : -1) * outline.readUInt8(at);
    else if (!(flag & 32)) y += outline.readInt16BE(at);
    at += flag & 4 ? 1 : flag & 32 ? 0 : 2;
    [low, high] = [Math.min(low, y), Math.max(high, y)];
  }
  return { low, high };
}

type Component = { readonly glyph: number; readonly up: number; readonly scale: number };

/** Only components that are moved by a distance and neither turned nor slanted: readers differ about others. */
function readComponents(outline: Buffer): readonly Component[] {
  const parts: Component[] = [];
  let at = 10;
  let flags: number;
  do {
    flags = outline.readUInt16BE(at);
    const glyph = outline.readUInt16BE(at + 2);
    const areWords = (flags & 1) !== 0;
    if (!(flags & 2) || flags & 0x80 || flags & 0x800) fail('a component');
    const up = areWords ? outline.readInt16BE(at + 6) : outline.readInt8(at + 5);
    at += areWords ? 8 : 6;
    // One scale for both axes, or one for each, as 2.14 fixed-point numbers.
    const scale = flags & 8 ? outline.readInt16BE(at) : flags & 0x40 ? outline.readInt16BE(at + 2) : 0x4000;
    at += flags & 8 ? 2 : flags & 0x40 ? 4 : 0;
    parts.push({ glyph, up, scale: scale / 0x4000 });
  } while (flags & 0x20);
  return parts;
}
