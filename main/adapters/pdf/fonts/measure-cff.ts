import { type GlyphSpan, spanOfAll } from './outline.ts';
import { type CffDict, readCffDict, readIndex } from './read-cff.ts';
import { fail, type Reach, reachOf } from './span.ts';
import { type Subroutines, type2Span } from './type2-span.ts';

const operators = {
  paintType: 0x0c05,
  charstringType: 0x0c06,
  fontMatrix: 0x0c07,
  syntheticBase: 0x0c14,
  ros: 0x0c1e,
  fontDicts: 0x0c24,
  fontDictOfGlyphs: 0x0c25,
  charstrings: 17,
  privateDict: 18,
  subroutines: 19,
} as const;

const mostGlyphs = 65_536;
const mostOperations = 8_000_000;

/**
 * How far the outlines of a CFF font (Adobe technical note 5176) reach up and down, by all of its glyphs: which of them
 * a text shows is for each reader to find. Throws on a font that readers may read in different ways. Of two
 * scales, its own and `wrapped` of the font around it, the one counts that reaches further.
 */
export function measureCff(program: Uint8Array, wrapped = Number.POSITIVE_INFINITY): Reach {
  const bytes = Buffer.from(program.buffer, program.byteOffset, program.byteLength);
  if (bytes.readUInt8(0) !== 1 || bytes.readUInt8(2) < 4) fail('not CFF');
  const names = readIndex(bytes, bytes.readUInt8(2));
  const tops = readIndex(bytes, names.end);
  const strings = readIndex(bytes, tops.end);
  const global = readIndex(bytes, strings.end).items;
  const [only, ...more] = tops.items;
  if (!only || more.length > 0) fail('several fonts in one');
  const top = readCffDict(only);
  const isOutlines = (top.get(operators.charstringType)?.[0] ?? 2) === 2;
  if (!isOutlines || (top.get(operators.paintType)?.[0] ?? 0) !== 0 || top.has(operators.syntheticBase))
    fail('a kind of drawing');
  const glyphs = readIndex(bytes, numberOf(top, operators.charstrings)).items;
  if (glyphs.length > mostGlyphs) fail('glyphs');

  const dicts = top.has(operators.ros)
    ? readIndex(bytes, numberOf(top, operators.fontDicts)).items.map(readCffDict)
    : [top];
  const locals = dicts.map((dict) => readSubroutines(bytes, dict));
  const places = top.has(operators.ros)
    ? readPlaces(bytes, numberOf(top, operators.fontDictOfGlyphs), glyphs.length)
    : glyphs.map(() => 0);
  let left = mostOperations;
  const spend = () => {
    left -= 1;
    if (left < 0) fail('too much to follow');
  };
  const spans = glyphs.map((glyph, at): GlyphSpan => {
    const local = locals[places[at] ?? 0] ?? fail('a glyph of no font');
    const subroutines: Subroutines = { local, global };
    return type2Span(glyph, subroutines, spend);
  });
  return reachOf(spanOfAll(spans), Math.min(unitsPerEm(top, dicts), wrapped));
}

const numberOf = (dict: CffDict, operator: number): number => {
  const [value, ...more] = dict.get(operator) ?? [];
  return value !== undefined && more.length === 0 && Number.isInteger(value) && value > 0
    ? value
    : fail('a place');
};

function readSubroutines(bytes: Buffer, dict: CffDict): readonly Buffer[] {
  const [size, start, ...more] = dict.get(operators.privateDict) ?? [];
  if (size === undefined || start === undefined || more.length > 0) return fail('no private part');
  if (start < 0 || size < 0 || start + size > bytes.length) return fail('a private part');
  const own = readCffDict(bytes.subarray(start, start + size));
  return own.has(operators.subroutines)
    ? readIndex(bytes, start + numberOf(own, operators.subroutines)).items
    : [];
}

/** Which of its fonts each glyph belongs to. */
function readPlaces(bytes: Buffer, start: number, glyphs: number): readonly number[] {
  const format = bytes.readUInt8(start);
  if (format === 0) return [...bytes.subarray(start + 1, start + 1 + glyphs)];
  if (format !== 3) return fail('fonts of glyphs');
  const ranges = bytes.readUInt16BE(start + 1);
  const places: number[] = [];
  for (let range = 0; range < ranges; range += 1) {
    const at = start + 3 + range * 3;
    const [first, font, next] = [bytes.readUInt16BE(at), bytes.readUInt8(at + 2), bytes.readUInt16BE(at + 3)];
    if (first !== places.length || next <= first) fail('fonts of glyphs');
    for (let glyph = first; glyph < next; glyph += 1) places.push(font);
  }
  return places.length === glyphs ? places : fail('fonts of glyphs');
}

const usual = 0.001;

/**
 * The scale is given by the font, or by each of the fonts in it, or by both, and then readers differ about whether the
 * one counts within the other. The largest is the one that reaches furthest. Only one that turns nothing is taken.
 */
function unitsPerEm(top: CffDict, dicts: readonly CffDict[]): number {
  const whole = scaleOf(top);
  const parts = dicts.map((dict) => scaleOf(dict) ?? whole ?? usual);
  const scales = [whole, ...parts].filter((scale) => scale !== undefined);
  // A scale of 1 beside another scale is the identity matrix and changes nothing.
  const telling = scales.filter((scale) => scale !== 1);
  return 1 / Math.max(...(telling.length > 0 ? telling : scales));
}

function scaleOf(dict: CffDict): number | undefined {
  const matrix = dict.get(operators.fontMatrix);
  if (!matrix) return undefined;
  const [a = 0, b, c, d = 0, e, f] = matrix;
  const isPlain = matrix.length === 6 && a > 0 && d > 0 && [b, c, e, f].every((one) => one === 0);
  return isPlain && d <= 1 ? d : fail('a slant');
}
