import { PdfDict, PdfName, type PdfObject, PdfStream } from '@libpdf/core';
import { type Box, boxAround, boxUnder, combine, identity, pointAt, type Transform } from './geometry.ts';
import { numbersOf, type Resolve } from './pdf-objects.ts';
import type { Operand, Operation } from './read-operators.ts';

/** One thing that a page's content paints. */
export type Mark =
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
/** How far glyphs of an ordinary font reach below and above their line, in ems. */
const reach = { below: 0.6, above: 1.4 };

/**
 * What the content paints and where, as boxes that are rather too large than too small. Throws on operators that
 * reach further than can be told: shadings, layers, inline images.
 */
export function traceMarks(
  operations: readonly Operation[],
  resources: PdfDict | undefined,
  resolve: Resolve,
): readonly Mark[] {
  const marks: Mark[] = [];
  const saved: State[] = [];
  let state: State = { transform: identity, isPlain: true, lineWidth: 1, fontSize: 0, leading: 0 };
  let path: (readonly [number, number])[] = [];
  let line: Transform = identity;
  const resource = (kind: string, name: Operand | undefined): PdfObject | undefined =>
    typeof name === 'string' ? resources?.getDict(kind, resolve)?.get(name.slice(1), resolve) : undefined;

  for (const { operator, operands } of operations) {
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
      state = { ...state, isPlain: false, fontSize: y, ...(font instanceof PdfDict && { font }) };
    } else if (operator === 'TL') state = { ...state, isPlain: false, leading: x };
    else if (operator === 'BT') line = identity;
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
      state = { ...state, isPlain: false, ...(operator === 'w' && { lineWidth: x }) };
    } else if (operator === 'BDC' && operands[0] === '/OC') fail('a layer');
    else if (!['h', 'ET', 'BMC', 'BDC', 'EMC', 'MP', 'DP', 'BX', 'EX'].includes(operator)) fail(operator);
  }
  return marks;
}

function markOf(object: PdfObject | undefined, state: State, resolve: Resolve): Mark {
  if (!(object instanceof PdfStream)) return { kind: 'paint', box: everywhere };
  if (object.getName('Subtype', resolve)?.value === 'Image') {
    const unit = { left: 0, bottom: 0, right: 1, top: 1 };
    return { kind: 'paint', box: boxUnder(state.transform, unit) };
  }
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

/** A line of text reaches as far along itself as it likes. One on a slant, or in glyphs that are drawings, everywhere. */
function lineBox({ transform, font, fontSize }: State, line: Transform, resolve: Resolve): Box {
  const m = combine(line, transform);
  const drawn = font?.get('Subtype', resolve);
  if (!(drawn instanceof PdfName) || drawn.value === 'Type3') return everywhere;
  const size = Math.abs(fontSize);
  const [low, high] = [pointAt(m, 0, -reach.below * size), pointAt(m, 0, reach.above * size)];
  const across = boxAround([low, high, pointAt(m, 0, 0)]);
  if (Math.abs(m[1]) < 1e-6) return { ...across, left: -Infinity, right: Infinity };
  if (Math.abs(m[0]) < 1e-6) return { ...across, bottom: -Infinity, top: Infinity };
  return everywhere;
}

/** Half the width, and room for the mitres of corners. */
const strokeReach = ({ lineWidth, transform: [a, b, c, d] }: State): number =>
  Math.max(lineWidth, 0.1) * Math.max(Math.hypot(a, b), Math.hypot(c, d)) * 5;

function transformOf(numbers: readonly number[]): Transform {
  const [a, b, c, d, e, f] = numbers;
  if (numbers.length !== 6 || numbers.some((one) => !Number.isFinite(one))) fail('a transform');
  return [a ?? 1, b ?? 0, c ?? 0, d ?? 1, e ?? 0, f ?? 0];
}

function fail(what: string): never {
  throw new Error(`cannot tell where this paints: ${what}`);
}
