import { PdfDict, type PdfObject, PdfStream } from '@libpdf/core';
import { fontReach } from './font-reach.ts';
import { type Box, boxAround, boxUnder, combine, identity, pointAt, type Transform } from './geometry.ts';
import { numbersOf, type Resolve } from './pdf-objects.ts';
import type { Operand, Operation } from './read-operators.ts';

/** One thing that a page's content paints. */
export type PageMark =
  /** A form, as it is placed. `isPlain`: nothing but its place was set before, so that it looks as it is. */
  | {
      readonly kind: 'form';
      readonly form: PdfStream;
      readonly transform: Transform;
      readonly isPlain: boolean;
      readonly box: Box;
    }
  | { readonly kind: 'paint'; readonly box: Box };

type State = {
  readonly transform: Transform;
  readonly isPlain: boolean;
  readonly lineWidth: number;
  readonly font?: PdfDict;
  readonly fontSize: number;
  readonly leading: number;
};

const everywhere: Box = { left: -Infinity, bottom: -Infinity, right: Infinity, top: Infinity };
const setters = new Set('w J j M d ri i gs g G rg RG k K cs CS sc SC scn SCN Tc Tw Tz Tr'.split(' '));
const painters = new Set('S s f F f* B B* b b*'.split(' '));
/** Operators inside a text object after which readers differ about the text's position. */
const outsideText = new Set(['q', 'Q', 'cm', 'BT', 'Do']);
const pathWords = new Set([...painters, ...'m l c v y h re n W W*'.split(' ')]);
const textWords = new Set(['Td', 'TD', 'Tm', 'T*', 'Tj', 'TJ', "'", '"']);
/** How many numbers an operator takes. Given more or fewer, readers use different ones. */
const counts: Readonly<Record<string, number>> = {
  ...{ cm: 6, m: 2, l: 2, c: 6, v: 4, y: 4, re: 4, Td: 2, TD: 2, Tm: 6, TL: 1, w: 1, M: 1, Tr: 1 },
  ...{ q: 0, Q: 0, BT: 0, ET: 0, 'T*': 0, h: 0, n: 0, W: 0, 'W*': 0 },
};
/** Entries of a graphics state that change how far a stroke or a text reaches. */
const reaching = ['LW', 'ML', 'Font'] as const;
const mitreLimit = 10;

/**
 * What the content paints and where, as boxes that may be too large and are never too small. Throws on operators whose
 * reach cannot be computed (shadings, layers, inline images, outlined text) and on content that readers interpret in
 * different ways.
 */
export function traceMarks(
  operations: readonly Operation[],
  resources: PdfDict | undefined,
  resolve: Resolve,
): readonly PageMark[] {
  const marks: PageMark[] = [];
  const saved: State[] = [];
  let state: State = { transform: identity, isPlain: true, lineWidth: 1, fontSize: 0, leading: 0 };
  let path: (readonly [number, number])[] = [];
  let line: Transform = identity;
  const resource = (kind: string, name: Operand | undefined): PdfObject | undefined =>
    typeof name === 'string' ? resources?.getDict(kind, resolve)?.get(name.slice(1), resolve) : undefined;

  let isInText = false;
  for (const { operator, operands } of operations) {
    const count = counts[operator];
    if (count !== undefined && (operands.length !== count || !operands.every(Number.isFinite)))
      fail(operator);
    if (path.length > 0 && !pathWords.has(operator)) fail(`${operator} within a path`);
    if (textWords.has(operator) !== isInText && (textWords.has(operator) || outsideText.has(operator)))
      fail(`${operator} within or without a text`);
    const numbers = operands.map((one) => (typeof one === 'number' ? one : Number.NaN));
    const [x = Number.NaN, y = Number.NaN] = numbers;
    const point = (from: number) =>
      pointAt(state.transform, numbers[from] ?? Number.NaN, numbers[from + 1] ?? Number.NaN);
    if (operator === 'q') saved.push(state);
    else if (operator === 'Q') state = saved.pop() ?? fail('Q without q');
    else if (operator === 'cm')
      state = { ...state, transform: combine(transformOf(numbers), state.transform) };
    else if (operator === 'm' || operator === 'l') path.push(point(0));
    else if (operator === 'c') path.push(point(0), point(2), point(4));
    else if (operator === 'v' || operator === 'y') path.push(point(0), point(2));
    else if (operator === 're') {
      const [, , width = Number.NaN, height = Number.NaN] = numbers;
      const corners = [
        [x, y],
        [x + width, y],
        [x, y + height],
        [x + width, y + height],
      ] as const;
      path.push(...corners.map(([px, py]) => pointAt(state.transform, px, py)));
    } else if (painters.has(operator)) {
      if (path.length > 0) marks.push({ kind: 'paint', box: boxAround(path, strokeReach(state)) });
      path = [];
    } else if (operator === 'n') path = [];
    else if (operator === 'W' || operator === 'W*') state = { ...state, isPlain: false };
    else if (operator === 'Tf') {
      const font = resource('Font', operands[0]);
      if (!(font instanceof PdfDict) || operands.length !== 2 || !Number.isFinite(y)) fail('a font');
      state = { ...state, isPlain: false, fontSize: y, font };
    } else if (operator === 'TL') state = { ...state, isPlain: false, leading: x };
    else if (operator === 'BT') [line, isInText] = [identity, true];
    else if (operator === 'ET') isInText = false;
    else if (operator === 'Tm') line = transformOf(numbers);
    else if (operator === 'Td') line = combine([1, 0, 0, 1, x, y], line);
    else if (operator === 'TD') {
      state = { ...state, leading: -y };
      line = combine([1, 0, 0, 1, x, y], line);
    } else if (operator === 'T*') line = combine([1, 0, 0, 1, 0, -state.leading], line);
    else if (operator === "'" || operator === '"') {
      line = combine([1, 0, 0, 1, 0, -state.leading], line);
      marks.push({ kind: 'paint', box: lineBox(state, line, resolve) });
    } else if (operator === 'Tj' || operator === 'TJ')
      marks.push({ kind: 'paint', box: lineBox(state, line, resolve) });
    else if (operator === 'Do') marks.push(markOf(resource('XObject', operands[0]), state, resolve));
    else if (setters.has(operator)) {
      // Text rendering modes: 0 is filled, 3 invisible (ISO 32000-2, table 104).
      if (operator === 'Tr' && x !== 0 && x !== 3) fail('outlined text');
      if (operator === 'M' && x > mitreLimit) fail('long mitres');
      if (operator === 'gs' && !isGentle(resource('ExtGState', operands[0]))) fail('a graphics state');
      state = { ...state, isPlain: false, ...(operator === 'w' && { lineWidth: x }) };
    } else if (operator === 'BDC' && operands[0] === '/OC') fail('a layer');
    else if (!['h', 'BMC', 'BDC', 'EMC', 'MP', 'DP', 'BX', 'EX'].includes(operator)) fail(operator);
  }
  return marks;
}

function markOf(object: PdfObject | undefined, state: State, resolve: Resolve): PageMark {
  if (!(object instanceof PdfStream)) return { kind: 'paint', box: everywhere };
  if (object.getName('Subtype', resolve)?.value === 'Image') {
    const unit = { left: 0, bottom: 0, right: 1, top: 1 };
    return { kind: 'paint', box: boxUnder(state.transform, unit) };
  }
  if (object.getName('Subtype', resolve)?.value !== 'Form') return { kind: 'paint', box: everywhere };
  const own = numbersOf(object.get('Matrix', resolve), resolve);
  const transform = combine(own.length === 6 ? transformOf(own) : identity, state.transform);
  const [x1 = Number.NaN, y1 = Number.NaN, x2 = Number.NaN, y2 = Number.NaN] = numbersOf(
    object.get('BBox', resolve),
    resolve,
  );
  const box = boxUnder(
    transform,
    boxAround([
      [x1, y1],
      [x2, y2],
    ]),
  );
  return { kind: 'form', form: object, transform, isPlain: state.isPlain, box };
}

/** The box of a line of text: without limit along the line; the whole page where it is slanted or its height unknown. */
function lineBox({ transform, font, fontSize }: State, line: Transform, resolve: Resolve): Box {
  const reach = fontReach(font, resolve);
  if (!reach) return everywhere;
  const m = combine(line, transform);
  // A negative font size mirrors the glyphs.
  const [low, high] = [pointAt(m, 0, -reach.below * fontSize), pointAt(m, 0, reach.above * fontSize)];
  const across = boxAround([low, high, pointAt(m, 0, 0)]);
  if (Math.abs(m[1]) < Math.abs(m[0]) * 1e-6) return { ...across, left: -Infinity, right: Infinity };
  if (Math.abs(m[0]) < Math.abs(m[1]) * 1e-6) return { ...across, bottom: -Infinity, top: Infinity };
  return everywhere;
}

/** A named graphics state that leaves the width of strokes and the size of text as they are. */
const isGentle = (state: PdfObject | undefined): boolean =>
  state instanceof PdfDict && reaching.every((key) => !state.has(key));

/** How far a stroke reaches beyond its path: half the line width, times the mitre limit. */
const strokeReach = ({ lineWidth, transform: [a, b, c, d] }: State): number =>
  Math.max(Math.abs(lineWidth), 0.1) * Math.hypot(a, b, c, d) * (mitreLimit / 2);

function transformOf(numbers: readonly number[]): Transform {
  const [a, b, c, d, e, f] = numbers;
  if (numbers.length !== 6 || numbers.some((one) => !Number.isFinite(one))) fail('a transform');
  return [a ?? 1, b ?? 0, c ?? 0, d ?? 1, e ?? 0, f ?? 0];
}

function fail(what: string): never {
  throw new Error(`cannot tell where this paints: ${what}`);
}
