import { type GlyphSpan, Outline } from './outline.ts';
import { fail } from './span.ts';

const deepest = 10;
const largestStack = 24;

/**
 * What a Type 1 charstring paints («Adobe Type 1 Font Format», chapter 6). Accepts only what all readers interpret alike:
 * each operator with exactly its operands, and of the subroutines in PostScript those for flexes and hints.
 */
export function type1Span(charstring: Buffer, subroutines: readonly Buffer[], spend: () => void): GlyphSpan {
  let outline = new Outline();
  const stack: number[] = [];
  /** Numbers that a subroutine in PostScript has left on its stack. */
  const left: number[] = [];
  let [isBegun, isEnded, isHints, nextIsHints, isFlex] = [false, false, false, false, false];
  let lift: number | undefined;

  const take = (count: number): readonly number[] => {
    const given = stack.splice(0);
    if (!isBegun || given.length !== count) fail('operands');
    return given;
  };
  const drawing = (...steps: readonly number[]): void => {
    if (isHints || isFlex) fail('a line where none can be');
    outline.draw(...steps);
  };
  const moving = (step: number): void => {
    if (isHints) fail('a step where none can be');
    outline.move(step);
  };
  const begin = (count: number): void => {
    const given = stack.splice(0);
    if (isBegun || given.length !== count) fail('operands');
    isBegun = true;
    // The side bearing: one number for x with `hsbw`, x and y with `sbw`.
    outline = new Outline(count === 4 ? given[1] : 0);
  };
  const operators: Readonly<Record<number, () => void>> = {
    1: () => void take(2),
    3: () => void take(2),
    4: () => moving(take(1)[0] ?? 0),
    5: () => drawing(take(2)[1] ?? 0),
    6: () => {
      take(1);
      drawing(0);
    },
    7: () => drawing(take(1)[0] ?? 0),
    8: () => drawing(...take(6).filter((_, at) => at % 2 === 1)),
    9: () => void take(0),
    13: () => begin(2),
    14: () => {
      take(0);
      isEnded = true;
    },
    21: () => moving(take(2)[1] ?? 0),
    22: () => {
      take(1);
      moving(0);
    },
    30: () => drawing(...take(4).filter((_, at) => at % 2 === 0), 0),
    31: () => drawing(0, ...take(4).slice(2)),
  };
  const escapes: Readonly<Record<number, () => void>> = {
    0: () => void take(0),
    1: () => void take(6),
    2: () => void take(6),
    6: () => {
      lift = take(5)[2];
      isEnded = true;
    },
    7: () => begin(4),
    12: () => {
      const [by = 0, value = 0] = [stack.pop(), stack.pop()];
      stack.push(by === 0 ? fail('div') : value / by);
    },
    16: callPostScript,
    17: () => stack.push(left.pop() ?? fail('pop')),
    33: () => {
      const [, y = Number.NaN] = take(2);
      // Some readers use the end point that is given and some the one computed by the flex; both must be the same.
      if (Math.abs(y - outline.y) > 1) fail('a place of its own');
    },
  };

  run(charstring, 0);
  if (!isEnded) fail('a glyph without an end');
  return { span: outline.span, lift };

  function callPostScript(): void {
    const [which, count = 0] = [stack.pop(), stack.pop()];
    if (count > stack.length) fail('operands');
    const given = stack.splice(stack.length - count);
    const isKnown = which === 0 ? count === 3 && isFlex : which === 3 ? count === 1 : count === 0;
    if (!isKnown || which === undefined || which < 0 || which > 3) fail('PostScript');
    if (which === 1 || which === 2) isFlex = true;
    else if (which === 0) isFlex = false;
    left.splice(0, left.length, ...given.slice(which === 0 ? 1 : 0).reverse());
    nextIsHints = which === 3;
  }

  function run(code: Buffer, depth: number): void {
    if (depth > deepest) fail('subroutines in each other');
    let at = 0;
    while (at < code.length) {
      spend();
      const byte = code.readUInt8(at);
      at += 1;
      // Some writers put a second `endchar` after `seac`.
      if (isEnded && lift !== undefined && byte === 14 && at === code.length) return;
      if (isEnded) fail('more after the end');
      if (byte >= 32) {
        const [value, length] = numberAt(code, at, byte);
        stack.push(value);
        if (stack.length > largestStack) fail('operands');
        at += length;
      } else if (byte === 10) {
        const called = stack.pop() ?? fail('a call');
        const before = isHints;
        // Readers may skip a subroutine that is called for hint replacement, so it must not draw.
        isHints ||= nextIsHints;
        nextIsHints = false;
        run(subroutines[called] ?? fail('a subroutine'), depth + 1);
        isHints = before;
      } else if (byte === 11) {
        if (depth === 0) fail('return');
        return;
      } else if (byte === 12) {
        (escapes[code.readUInt8(at)] ?? fail('an operator'))();
        at += 1;
      } else (operators[byte] ?? fail('an operator'))();
    }
    if (depth > 0 && !isEnded) fail('a subroutine without an end');
  }
}

/** A number of a charstring, and how many bytes it takes after its first. */
function numberAt(code: Buffer, at: number, first: number): readonly [value: number, length: number] {
  if (first < 247) return [first - 139, 0];
  if (first < 251) return [(first - 247) * 256 + code.readUInt8(at) + 108, 1];
  if (first < 255) return [-(first - 251) * 256 - code.readUInt8(at) - 108, 1];
  return [code.readInt32BE(at), 4];
}
