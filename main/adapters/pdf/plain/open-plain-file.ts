import { PlainLexer } from './plain-lexer.ts';
import {
  isDict,
  NotPlain,
  nameOf,
  type PlainDict,
  PlainRef,
  PlainStream,
  type PlainValue,
} from './plain-values.ts';
import { type Place, readPlaces } from './read-places.ts';
import { readStreamAt } from './read-stream.ts';
import { unpackStream } from './unpack-stream.ts';

export type PlainPage = { readonly dict: PlainDict; readonly inherited: PlainDict };
export type PlainFile = {
  readonly catalog: PlainDict;
  /** In order, with what each inherits from the page tree. */
  readonly pages: readonly PlainPage[];
  /** Every object that the file lists. */
  readonly objects: () => Iterable<PlainValue>;
  /** A value that is no reference; `null` for what the file does not list (ISO 32000-2, 7.3.10). */
  readonly follow: (value: PlainValue | undefined) => Exclude<PlainValue, PlainRef>;
};

const inheritable = ['Resources', 'MediaBox', 'CropBox', 'Rotate'] as const;
const mostPages = 100_000;

/** Throws {@link NotPlain}. */
export function openPlainFile(bytes: Uint8Array): PlainFile {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  if (file.toString('latin1', 0, 5) !== '%PDF-') throw new NotPlain('the header is not first');
  const { places, trailer } = readPlaces(file);
  if (trailer.has('Encrypt')) throw new NotPlain('encrypted');
  const known = new Map<number, Exclude<PlainValue, PlainRef>>();
  const packs = new Map<number, Pack>();

  const read = (number: number, place: Place, generation: number): PlainValue => {
    if (place.kind === 'packed') {
      let pack = packs.get(place.inside);
      if (!pack) {
        const holder = places.get(place.inside);
        if (holder?.kind !== 'plain') throw new NotPlain('an object stream is missing');
        pack = readPack(readObject(place.inside, holder.offset, holder.generation));
        packs.set(place.inside, pack);
      }
      const found = pack(number);
      if (found === undefined) throw new NotPlain(`object ${number} is not in its object stream`);
      return found;
    }
    if (place.generation !== generation) return null;
    return readObject(number, place.offset, generation);
  };
  const readObject = (number: number, offset: number, generation: number): PlainValue => {
    const lexer = new PlainLexer(file, offset);
    if (lexer.integer() !== number || lexer.integer() !== generation || !lexer.take('obj'))
      throw new NotPlain(`object ${number} is not in its place`);
    const value = lexer.value();
    return isDict(value) ? readStreamAt(lexer, value, (length) => follow(length)) : value;
  };
  const follow = (value: PlainValue | undefined): Exclude<PlainValue, PlainRef> => {
    if (value === undefined) return null;
    if (!(value instanceof PlainRef)) return value;
    const held = known.get(value.number);
    if (held !== undefined) return held;
    const place = places.get(value.number);
    const found = place ? read(value.number, place, value.generation) : null;
    if (found instanceof PlainRef) throw new NotPlain('an object that is a reference');
    known.set(value.number, found);
    return found;
  };
  const catalog = follow(trailer.get('Root'));
  if (!isDict(catalog)) throw new NotPlain('no catalog');
  const objects = function* () {
    for (const [number, place] of places)
      yield follow(new PlainRef(number, place.kind === 'plain' ? place.generation : 0));
  };
  return { catalog, pages: listPages(catalog, follow), objects, follow };
}

/** An object of an object stream by its number, read when it is first asked for; nothing for one that is not in it. */
type Pack = (number: number) => PlainValue | undefined;

function readPack(stream: PlainValue): Pack {
  if (!(stream instanceof PlainStream) || nameOf(stream.dict.get('Type')) !== 'ObjStm')
    throw new NotPlain('no object stream');
  const [count, first] = [stream.dict.get('N'), stream.dict.get('First')];
  if (typeof count !== 'number' || typeof first !== 'number')
    throw new NotPlain('an object stream without N');
  const bytes = unpackStream(stream);
  const header = new PlainLexer(bytes, 0);
  const listed = Array.from({ length: Math.min(count, bytes.length) }, () => [
    header.integer(),
    header.integer(),
  ]);
  const offsets = new Map<number, number>();
  for (const [number = 0, offset = 0] of listed) if (!offsets.has(number)) offsets.set(number, offset);
  return (number) => {
    const offset = offsets.get(number);
    return offset === undefined ? undefined : new PlainLexer(bytes, first + offset).value();
  };
}

function listPages(catalog: PlainDict, follow: PlainFile['follow']): readonly PlainPage[] {
  const pages: PlainPage[] = [];
  const seen = new Set<PlainDict>();
  const walk = (node: PlainValue, from: PlainDict, depth: number): void => {
    if (!isDict(node) || seen.has(node) || depth > 100 || pages.length > mostPages)
      throw new NotPlain('the page tree is broken');
    seen.add(node);
    const inherited = new Map(from);
    for (const key of inheritable) if (node.has(key)) inherited.set(key, node.get(key) ?? null);
    const kids = follow(node.get('Kids'));
    if (nameOf(follow(node.get('Type'))) === 'Pages') {
      if (!Array.isArray(kids)) throw new NotPlain('the page tree is broken');
      for (const kid of kids) walk(follow(kid), inherited, depth + 1);
    } else if (nameOf(follow(node.get('Type'))) === 'Page' && kids === null)
      pages.push({ dict: node, inherited });
    else throw new NotPlain('the page tree is broken');
  };
  walk(follow(catalog.get('Pages')), new Map(), 0);
  return pages;
}
