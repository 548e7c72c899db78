import type { PlainFile, PlainPage } from '../plain/open-plain-file.ts';
import { PlainLexer } from '../plain/plain-lexer.ts';
import {
  isArray,
  isDict,
  NotPlain,
  nameOf,
  type PlainDict,
  PlainName,
  PlainRef,
  PlainStream,
  type PlainValue,
} from '../plain/plain-values.ts';
import { unpackStream } from '../plain/unpack-stream.ts';

/** The largest that an image is drawn anywhere, in points, and on which pages, from 0. */
export type ImageUse = {
  readonly width: number;
  readonly height: number;
  readonly pages: ReadonlySet<number>;
};
type Matrix = readonly [number, number, number, number, number, number];

const identity: Matrix = [1, 0, 0, 1, 0, 0];
const deepest = 12;
const mostDrawn = 20_000;

/**
 * How large each image of a file is drawn, by its object number. An image that stands on a page whose contents cannot be
 * read to the end is left out: nobody knows how large it is there.
 */
export function findImageUses(file: PlainFile): ReadonlyMap<number, ImageUse> {
  const uses = new Map<number, { width: number; height: number; pages: Set<number> }>();
  const unknown = new Set<number>();
  let drawn = 0;

  const note = (number: number, [a, b, c, d]: Matrix, page: number): void => {
    const use = uses.get(number) ?? { width: 0, height: 0, pages: new Set<number>() };
    use.width = Math.max(use.width, Math.hypot(a, b));
    use.height = Math.max(use.height, Math.hypot(c, d));
    use.pages.add(page);
    uses.set(number, use);
  };
  const walk = (content: Buffer, resources: PlainDict, start: Matrix, page: number, depth: number): void => {
    const objects = file.follow(resources.get('XObject'));
    let matrix = start;
    const saved: Matrix[] = [];
    for (const { operator, operands } of operationsOf(content)) {
      if (operator === 'q') saved.push(matrix);
      else if (operator === 'Q') matrix = saved.pop() ?? start;
      else if (operator === 'cm') matrix = multiply(matrixOf(operands), matrix);
      else if (operator === 'Do') {
        drawn += 1;
        const [name] = operands;
        const ref = isDict(objects) && name instanceof PlainName ? objects.get(name.name) : undefined;
        const object = file.follow(ref);
        if (!(object instanceof PlainStream)) continue;
        const kind = nameOf(file.follow(object.dict.get('Subtype')));
        if (kind === 'Image' && ref instanceof PlainRef) note(ref.number, matrix, page);
        if (kind !== 'Form') continue;
        if (depth >= deepest || drawn > mostDrawn) throw new NotPlain('drawn too deep');
        const own = file.follow(object.dict.get('Resources'));
        const given = file.follow(object.dict.get('Matrix'));
        const inside = isArray(given) ? multiply(matrixOf(given), matrix) : matrix;
        walk(unpackStream(object), isDict(own) ? own : resources, inside, page, depth + 1);
      }
    }
  };
  for (const [number, page] of file.pages.entries()) {
    const resources = file.follow(page.dict.get('Resources') ?? page.inherited.get('Resources'));
    if (!isDict(resources)) continue;
    try {
      const unit = file.follow(page.dict.get('UserUnit'));
      const scale = typeof unit === 'number' && unit > 0 ? unit : 1;
      walk(contentOf(file, page), resources, [scale, 0, 0, scale, 0, 0], number, 0);
    } catch (fault) {
      if (!(fault instanceof NotPlain)) throw fault;
      for (const image of imagesIn(file, resources, 0)) unknown.add(image);
    }
  }
  for (const image of unknown) uses.delete(image);
  return uses;
}

function contentOf(file: PlainFile, { dict }: PlainPage): Buffer {
  const contents = file.follow(dict.get('Contents'));
  const streams = (isArray(contents) ? contents : [contents]).map((one) => file.follow(one));
  return Buffer.concat(
    streams.flatMap((stream) =>
      stream instanceof PlainStream ? [unpackStream(stream), Buffer.from('\n')] : [],
    ),
  );
}

/** Numbers of all images that resources name, those of forms with them. */
function imagesIn(file: PlainFile, resources: PlainDict, depth: number): readonly number[] {
  const objects = file.follow(resources.get('XObject'));
  if (!isDict(objects) || depth > deepest) return [];
  return [...objects.values()].flatMap((ref): readonly number[] => {
    const object = file.follow(ref);
    if (!(ref instanceof PlainRef) || !(object instanceof PlainStream)) return [];
    const own = file.follow(object.dict.get('Resources'));
    return [ref.number, ...(isDict(own) ? imagesIn(file, own, depth + 1) : [])];
  });
}

type Operation = { readonly operator: string; readonly operands: readonly PlainValue[] };

/** Throws {@link NotPlain} where the contents are not by the book. */
function* operationsOf(content: Buffer): Generator<Operation> {
  const lexer = new PlainLexer(content, 0);
  let operands: PlainValue[] = [];
  for (;;) {
    lexer.skipSpace();
    const byte = content[lexer.at];
    if (byte === undefined) return;
    if (beginsValue(byte)) operands.push(lexer.value());
    else {
      const operator = lexer.word();
      if (operator === '') throw new NotPlain('no operator');
      if (operator === 'true' || operator === 'false' || operator === 'null')
        operands.push(operator === 'true');
      else if (operator === 'BI') skipInlineImage(lexer);
      else yield { operator, operands };
      operands = [];
    }
  }
}

/** A name, a string, an array, a dictionary or a number. */
const beginsValue = (byte: number): boolean =>
  '/([<+-.'.includes(String.fromCharCode(byte)) || (byte >= 0x30 && byte <= 0x39);

/** ISO 32000-2, 8.9.7: the data ends before `EI` with white space around it. */
function skipInlineImage(lexer: PlainLexer): void {
  const { bytes } = lexer;
  const data = bytes.indexOf('ID', lexer.at, 'latin1');
  if (data < 0) throw new NotPlain('an inline image without data');
  for (let at = bytes.indexOf('EI', data, 'latin1'); at >= 0; at = bytes.indexOf('EI', at + 2, 'latin1')) {
    if (isSpace(bytes[at - 1]) && (at + 2 >= bytes.length || isSpace(bytes[at + 2]))) {
      lexer.at = at + 2;
      return;
    }
  }
  throw new NotPlain('an inline image without end');
}
const isSpace = (byte: number | undefined): boolean =>
  byte !== undefined && [0, 9, 10, 12, 13, 32].includes(byte);

function matrixOf(operands: readonly PlainValue[]): Matrix {
  const [a, b, c, d, e, f] = operands;
  return typeof a === 'number' &&
    typeof b === 'number' &&
    typeof c === 'number' &&
    typeof d === 'number' &&
    typeof e === 'number' &&
    typeof f === 'number'
    ? [a, b, c, d, e, f]
    : identity;
}

const multiply = ([a, b, c, d, e, f]: Matrix, [A, B, C, D, E, F]: Matrix): Matrix => [
  a * A + b * C,
  a * B + b * D,
  c * A + d * C,
  c * B + d * D,
  e * A + f * C + E,
  e * B + f * D + F,
];
