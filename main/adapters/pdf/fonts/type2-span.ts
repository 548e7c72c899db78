import { type GlyphSpan, Outline } from './outline.ts';
import { fail } from './span.ts';

export type Subroutines = { readonly local: readonly Buffer[]; readonly global: readonly Buffer[] };

const deepest = 10;
const largestStack = 48;
const biasOf = ({ length }: readonly Buffer[]): number =>
  length < 1240 ? 107 : length < 33_900 ? 1131 : 32_768;

/**
 * What a Type 2 charstring paints (Adobe technical note 5177). Accepts only what all readers interpret alike: each
 * operator with exactly its operands, no arithmetic, nothing after the end.
 */
export function type2Span(charstring: Buffer, { local, global }: Subroutines, spend: () => void): GlyphSpan {
  const outline = new Outline();
  const stack: number[] = [];
  let [stems, isBegun, isEnded] = [0, false, false];
  let lift: number | undefined;

  /** Operands of an operator that clears the stack. The first such one in a glyph may have a width before its own. */
  const clearing = (mayHaveWidth: boolean, counts: (count: number) => boolean): readonly number[] => {
    const given = stack.splice(0);
    if (mayHaveWidth && !isBegun && !counts(given.length)) given.shift();
    isBegun = true;
    return counts(given.length) ? given : fail('operands');
  };
  const take = (counts: (count: number) => boolean) => clearing(false, counts);
  const exactly = (count: number) => (found: number) => found === count;
  const addStems = (mayBeNone: boolean): void => {
    stems += clearing(true, (count) => count % 2 === 0 && (mayBeNone || count > 0)).length / 2;
  };
  const curves = (steps: readonly number[]): void => {
    for (let at = 0; at + 5 < steps.length; at += 6) outline.draw(...ups(steps.slice(at, at + 6)));
  };
  /** Curves that begin along one axis and end along the other, in turn. */
  const turns = (isUp: boolean): void => {
    const steps = take((count) => count >= 4 && (count % 4 === 0 || count % 4 === 1));
    for (let [at, up] = [0, isUp]; at + 3 < steps.length; at += 4, up = !up) {
      const [first = 0, , second = 0, third = 0] = steps.slice(at);
      const last = at + 5 === steps.length ? (steps[at + 4] ?? 0) : 0;
      if (up) outline.draw(first, second, last);
      else outline.draw(0, second, third);
    }
  };
  const operators: Readonly<Record<number, () => void>> = {
    1: () => addStems(false),
    3: () => addStems(false),
    18: () => addStems(false),
    23: () => addStems(false),
    4: () => outline.move(clearing(true, exactly(1))[0] ?? fail('vmoveto')),
    21: () => outline.move(clearing(true, exactly(2))[1] ?? fail('rmoveto')),
    22: () => {
      clearing(true, exactly(1));
      outline.move(0);
    },
    5: () => outline.draw(...ups(take((count) => count > 0 && count % 2 === 0))),
    6: () => outline.draw(...take((count) => count > 0).map((step, at) => (at % 2 ? step : 0))),
    7: () => outline.draw(...take((count) => count > 0).map((step, at) => (at % 2 ? 0 : step))),
    8: () => curves(take((count) => count > 0 && count % 6 === 0)),
    24: () => {
      const steps = take((count) => count >= 8 && count % 6 === 2);
      curves(steps.slice(0, -2));
      outline.draw(steps.at(-1) ?? 0);
    },
    25: () => {
      const steps = take((count) => count >= 8 && count % 2 === 0);
      outline.draw(...ups(steps.slice(0, -6)));
      curves(steps.slice(-6));
    },
    26: () => {
      const steps = take((count) => count >= 4 && count % 4 <= 1);
      for (let at = steps.length % 4; at < steps.length; at += 4)
        outline.draw(steps[at] ?? 0, steps[at + 2] ?? 0, steps[at + 3] ?? 0);
    },
    27: () => {
      const steps = take((count) => count >= 4 && count % 4 <= 1);
      const odd = steps.length % 4;
      for (let at = odd; at < steps.length; at += 4)
        outline.draw(odd && at === odd ? (steps[0] ?? 0) : 0, steps[at + 2] ?? 0, 0);
    },
    30: () => turns(true),
    31: () => turns(false),
    14: () => {
      const given = clearing(true, (count) => count === 0 || count === 4);
      lift = given[1];
      isEnded = true;
    },
  };
  const flexes: Readonly<Record<number, () => void>> = {
    // `dotsection` is deprecated, and ignored by readers.
    0: () => void take(exactly(0)),
    34: () => {
      const up = take(exactly(7))[2] ?? 0;
      outline.draw(0, up, 0, 0, -up, 0);
    },
    35: () => curves(take(exactly(13)).slice(0, 12)),
    36: () => {
      const [, first = 0, , second = 0, , , , fifth = 0] = take(exactly(9));
      outline.draw(first, second, 0, 0, fifth, -(first + second + fifth));
    },
    37: () => {
      const steps = take(exactly(11));
      const up = ups(steps.slice(0, 10));
      const [height, width] = [sum(up), sum(steps.slice(0, 10)) - sum(up)];
      // flex1: the last argument moves along the longer axis; on the other the curve returns to its start.
      outline.draw(...up, Math.abs(width) > Math.abs(height) ? -height : (steps[10] ?? 0));
    },
  };

  run(charstring, 0);
  if (!isEnded) fail('a glyph without an end');
  return { span: outline.span, lift };

  function run(code: Buffer, depth: number): void {
    if (depth > deepest) fail('subroutines in each other');
    let at = 0;
    while (at < code.length) {
      spend();
      if (isEnded) fail('more after the end');
      const byte = code.readUInt8(at);
      at += 1;
      if (byte >= 32 || byte === 28) {
        const [value, length] = numberAt(code, at, byte);
        stack.push(value);
        if (stack.length > largestStack) fail('operands');
        at += length;
      } else if (byte === 10 || byte === 29) {
        const list = byte === 10 ? local : global;
        const called = (stack.pop() ?? fail('a call')) + biasOf(list);
        run(list[called] ?? fail('a subroutine'), depth + 1);
      } else if (byte === 11) {
        if (depth === 0 || at !== code.length) fail('return');
        return;
      } else if (byte === 19 || byte === 20) {
        addStems(true);
        at += (stems + 7) >> 3;
        if (at > code.length) fail('hints');
      } else if (byte === 12) {
        (flexes[code.readUInt8(at)] ?? fail('arithmetic'))();
        at += 1;
      } else (operators[byte] ?? fail('an operator'))();
    }
    if (depth > 0 && !isEnded) fail('a subroutine without an end');
  }
}

/** A number of a charstring, and how many bytes it takes after its first. */
function numberAt(code: Buffer, at: number, first: number): readonly [value: number, length: number] {
  if (first === 28) return [code.readInt16BE(at), 2];
  if (first < 247) return [first - 139, 0];
  if (first < 251) return [(first - 247) * 256 + code.readUInt8(at) + 108, 1];
  if (first < 255) return [-(first - 251) * 256 - code.readUInt8(at) - 108, 1];
  return [code.readInt32BE(at) / 65_536, 4];
}

/** The vertical steps of a list of steps that alternates between across and up. */
const ups = (steps: readonly number[]): readonly number[] => steps.filter((_, at) => at % 2 === 1);
const sum = (steps: readonly number[]): number => steps.reduce((total, step) => total + step, 0);
