import { deflateSync } from 'node:zlib';
import { writePlain } from './images/write-plain.ts';
import { openPlainFile } from './plain/open-plain-file.ts';
import { PlainLexer } from './plain/plain-lexer.ts';
import {
  isDict,
  NotPlain,
  nameOf,
  type PlainDict,
  PlainName,
  PlainRef,
  PlainStream,
  type PlainValue,
} from './plain/plain-values.ts';
import { type Place, readPlaces } from './plain/read-places.ts';
import { readStreamAt } from './plain/read-stream.ts';
import { unpackStream } from './plain/unpack-stream.ts';
import { baseSpace, type ShrunkImage } from './shrink-images.ts';

/**
 * The file with these images in place of its own. All other objects are copied byte for byte; only where they stand is
 * written anew. Throws {@link NotPlain}.
 */
export function bindShrunk(bytes: Uint8Array, images: readonly ShrunkImage[]): Uint8Array {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  const plain = openPlainFile(bytes);
  const { places, trailer } = readPlaces(file);
  const shrunk = new Map(images.map((image) => [image.number, image]));
  const chunks: Buffer[] = [Buffer.from(`${headerOf(file)}\n%\xe2\xe3\xcf\xd3\n`, 'latin1')];
  let at = chunks[0]?.length ?? 0;
  const put = (chunk: Buffer): void => {
    chunks.push(chunk);
    at += chunk.length;
  };
  const written = new Map<number, Written>();
  const inFile = [...places].flatMap(([number, place]) =>
    place.kind === 'plain' ? [{ number, ...place }] : [],
  );
  for (const { number, offset, generation } of inFile.sort((a, b) => a.offset - b.offset)) {
    const { value, end } = objectAt(file, offset, number, plain.follow);
    // What tells where things stood, and that they stood in a certain order, is true no longer.
    if (isDictLike(value) && isObsolete(value)) continue;
    written.set(number, { kind: 'plain', offset: at, generation });
    const image = shrunk.get(number);
    if (image && value instanceof PlainStream)
      put(withImage(number, generation, value, image, baseSpace(plain, value)));
    else put(Buffer.concat([file.subarray(offset, end), Buffer.from('\n')]));
  }
  for (const [number, place] of places)
    if (place.kind === 'packed') written.set(number, packedPlace(plain.follow, number, place));
  put(endOf(written, trailer, at));
  return new Uint8Array(Buffer.concat(chunks));
}

type Written =
  | { readonly kind: 'plain'; readonly offset: number; readonly generation: number }
  | { readonly kind: 'packed'; readonly inside: number; readonly index: number };
type Follow = (value: PlainValue | undefined) => PlainValue;

const headerOf = (file: Buffer): string =>
  /^%PDF-\d\.\d/.exec(file.toString('latin1', 0, 16))?.[0] ?? '%PDF-1.7';
const isDictLike = (value: PlainValue): value is PlainDict | PlainStream =>
  value instanceof PlainStream || isDict(value);
function isObsolete(value: PlainDict | PlainStream): boolean {
  const dict = value instanceof PlainStream ? value.dict : value;
  return nameOf(dict.get('Type')) === 'XRef' || dict.has('Linearized');
}

function objectAt(file: Buffer, offset: number, number: number, follow: Follow) {
  const lexer = new PlainLexer(file, offset);
  if (lexer.integer() !== number) throw new NotPlain(`object ${number} is not in its place`);
  lexer.integer();
  if (!lexer.take('obj')) throw new NotPlain(`object ${number} is not in its place`);
  const value = lexer.value();
  const read = isDict(value) ? readStreamAt(lexer, value, follow) : value;
  if (!lexer.take('endobj')) throw new NotPlain(`object ${number} does not end`);
  return { value: read, end: lexer.at };
}

function withImage(
  number: number,
  generation: number,
  { dict }: PlainStream,
  image: ShrunkImage,
  base: PlainValue | undefined,
): Buffer {
  const { across, down, bytes, coding, space, colours } = image;
  const entries = new Map(dict);
  entries.set('Width', across);
  entries.set('Height', down);
  entries.set('BitsPerComponent', 8);
  entries.set('Length', bytes.length);
  entries.set('Filter', new PlainName(coding === 'jpeg' ? 'DCTDecode' : 'FlateDecode'));
  entries.delete('DecodeParms');
  if (coding === 'flate')
    entries.set(
      'DecodeParms',
      new Map<string, PlainValue>([
        ['Predictor', 15],
        ['Colors', colours],
        ['BitsPerComponent', 8],
        ['Columns', across],
      ]),
    );
  if (space === 'rgb') entries.set('ColorSpace', new PlainName('DeviceRGB'));
  if (space === 'base' && base !== undefined) entries.set('ColorSpace', base);
  return Buffer.concat([
    Buffer.from(`${number} ${generation} obj\n${writePlain(entries)}\nstream\n`, 'latin1'),
    bytes,
    Buffer.from('\nendstream\nendobj\n'),
  ]);
}

function packedPlace(follow: Follow, number: number, place: Extract<Place, { kind: 'packed' }>): Written {
  const holder = follow(new PlainRef(place.inside, 0));
  const count = holder instanceof PlainStream ? holder.dict.get('N') : undefined;
  if (!(holder instanceof PlainStream) || typeof count !== 'number')
    throw new NotPlain('an object stream is missing');
  const lexer = new PlainLexer(unpackStream(holder), 0);
  for (let index = 0; index < count; index += 1) {
    const found = lexer.integer();
    lexer.integer();
    if (found === number) return { kind: 'packed', inside: place.inside, index };
  }
  throw new NotPlain(`object ${number} is not in its object stream`);
}

/** The cross-references and what leads to them: a table, or a stream where objects stand in object streams. */
function endOf(written: ReadonlyMap<number, Written>, trailer: PlainDict, at: number): Buffer {
  const last = Math.max(...written.keys());
  const kept = new Map([...trailer].filter(([key]) => key === 'Root' || key === 'Info' || key === 'ID'));
  const end = (size: number) => `startxref\n${size}\n%%EOF\n`;
  if ([...written.values()].every(({ kind }) => kind === 'plain')) {
    const rows = Array.from({ length: last + 1 }, (_, number) => {
      const place = written.get(number);
      return place?.kind === 'plain'
        ? `${String(place.offset).padStart(10, '0')} ${String(place.generation).padStart(5, '0')} n \n`
        : '0000000000 65535 f \n';
    });
    kept.set('Size', last + 1);
    return Buffer.from(
      `xref\n0 ${last + 1}\n${rows.join('')}trailer\n${writePlain(kept)}\n${end(at)}`,
      'latin1',
    );
  }
  const own = last + 1;
  const table = Buffer.alloc((own + 1) * 8);
  for (let number = 0; number <= own; number += 1) {
    const place: Written | undefined =
      number === own ? { kind: 'plain', offset: at, generation: 0 } : written.get(number);
    if (!place) table.writeUInt16BE(65_535, number * 8 + 6);
    else {
      table.writeUInt16BE(place.kind === 'plain' ? 1 : 2, number * 8);
      table.writeUInt32BE(place.kind === 'plain' ? place.offset : place.inside, number * 8 + 2);
      table.writeUInt16BE(place.kind === 'plain' ? place.generation : place.index, number * 8 + 6);
    }
  }
  const packed = deflateSync(table);
  for (const [key, value] of [
    ['Type', new PlainName('XRef')],
    ['Size', own + 1],
    ['W', [2, 4, 2]],
    ['Filter', new PlainName('FlateDecode')],
    ['Length', packed.length],
  ] as const)
    kept.set(key, value);
  return Buffer.concat([
    Buffer.from(`${own} 0 obj\n${writePlain(kept)}\nstream\n`, 'latin1'),
    packed,
    Buffer.from(`\nendstream\nendobj\n${end(at)}`),
  ]);
}
