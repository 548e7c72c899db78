import { PlainLexer } from './plain-lexer.ts';
import { isArray, isDict, NotPlain, nameOf, type PlainDict, PlainStream } from './plain-values.ts';
import { readStreamAt } from './read-stream.ts';
import { unpackStream } from './unpack-stream.ts';

/** Where an object stands: in the file itself, or in an object stream. */
export type Place =
  | { readonly kind: 'plain'; readonly offset: number; readonly generation: number }
  | { readonly kind: 'packed'; readonly inside: number };

type Found = Map<number, Place | null>;
const mostSections = 200;

/** The cross-reference tables and streams of a file, from the newest back. */
export function readPlaces(file: Buffer): {
  readonly places: ReadonlyMap<number, Place>;
  readonly trailer: PlainDict;
} {
  const end = file.lastIndexOf('startxref');
  if (end < 0) throw new NotPlain('no startxref');
  const lexer = new PlainLexer(file, end + 'startxref'.length);
  const found: Found = new Map();
  const seen = new Set<number>();
  let newest: PlainDict | undefined;
  const waiting = [lexer.integer()];
  for (let at = waiting.shift(); at !== undefined; at = waiting.shift()) {
    if (seen.has(at) || seen.size > mostSections) throw new NotPlain('cross-references in a circle');
    seen.add(at);
    const trailer = readSection(file, at, found);
    newest ??= trailer;
    for (const key of ['XRefStm', 'Prev']) {
      const next = trailer.get(key);
      if (typeof next === 'number') waiting.push(next);
      else if (next !== undefined) throw new NotPlain(`${key} is no number`);
    }
  }
  if (!newest) throw new NotPlain('no trailer');
  const places = new Map<number, Place>();
  for (const [number, place] of found) if (place) places.set(number, place);
  return { places, trailer: newest };
}

function readSection(file: Buffer, at: number, found: Found): PlainDict {
  const lexer = new PlainLexer(file, at);
  if (lexer.take('xref')) return readTable(lexer, found);
  lexer.integer();
  lexer.integer();
  if (!lexer.take('obj')) throw new NotPlain('no cross-references where they should be');
  const dict = lexer.value();
  const stream = isDict(dict) ? readStreamAt(lexer, dict, (length) => length ?? null) : null;
  if (!(stream instanceof PlainStream) || nameOf(stream.dict.get('Type')) !== 'XRef')
    throw new NotPlain('no cross-references where they should be');
  readStream(stream, found);
  return stream.dict;
}

function readTable(lexer: PlainLexer, found: Found): PlainDict {
  while (!lexer.take('trailer')) {
    const [first, count] = [lexer.integer(), lexer.integer()];
    for (let at = 0; at < count; at += 1) {
      const [offset, generation] = [lexer.integer(), lexer.integer()];
      const used = lexer.take('n');
      if (!used && !lexer.take('f')) throw new NotPlain('a broken cross-reference');
      if (!found.has(first + at)) found.set(first + at, used ? { kind: 'plain', offset, generation } : null);
    }
  }
  const trailer = lexer.value();
  if (!isDict(trailer)) throw new NotPlain('no trailer');
  return trailer;
}

function readStream(stream: PlainStream, found: Found): void {
  const { dict } = stream;
  const numbers = (key: string): number[] | undefined => {
    const value = dict.get(key);
    return isArray(value) && value.every((one): one is number => typeof one === 'number')
      ? [...value]
      : undefined;
  };
  const widths = numbers('W');
  const size = dict.get('Size');
  if (widths?.length !== 3 || !widths.some((width) => width > 0) || typeof size !== 'number')
    throw new NotPlain('a broken cross-reference stream');
  const [w0 = 0, w1 = 0, w2 = 0] = widths;
  const bytes = unpackStream(stream);
  const spans = numbers('Index') ?? [0, size];
  let at = 0;
  const field = (width: number, otherwise: number): number => {
    if (width === 0) return otherwise;
    if (width > 6 || at + width > bytes.length) throw new NotPlain('a broken cross-reference stream');
    at += width;
    return bytes.readUIntBE(at - width, width);
  };
  for (let span = 0; span + 1 < spans.length; span += 2) {
    const [first = 0, count = 0] = [spans[span], spans[span + 1]];
    for (let item = 0; item < count; item += 1) {
      const [kind, second, third] = [field(w0, 1), field(w1, 0), field(w2, 0)];
      if (found.has(first + item)) continue;
      if (kind === 1) found.set(first + item, { kind: 'plain', offset: second, generation: third });
      else found.set(first + item, kind === 2 ? { kind: 'packed', inside: second } : null);
    }
  }
}
