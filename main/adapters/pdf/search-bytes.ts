import { openPlainFile } from './plain/open-plain-file.ts';
import {
  isArray,
  isDict,
  NotPlain,
  nameOf,
  type PlainDict,
  PlainName,
  PlainRef,
  PlainStream,
  PlainText,
  type PlainValue,
} from './plain/plain-values.ts';
import { unpackStream } from './plain/unpack-stream.ts';

/** Everything in a public variant that could hold words, as text of one character for each byte, in lower case. */
export type WordBytes = readonly string[];

/** What the catalog and a page of a public variant may hold; anything else did not come from Segl. */
const catalogKeys = new Set(['Type', 'Pages', 'Lang', 'Metadata', 'OutputIntents', 'ViewerPreferences']);
const pageKeys = new Set(['Type', 'Parent', 'Resources', 'MediaBox', 'Contents']);

/**
 * Opens a public variant with Segl's own reader and gives every name, string and unpacked stream of it, and all bytes
 * between them. Pixels are left out, once it is seen that they are just as many as the picture has; so are the
 * typefaces. Throws {@link NotPlain} where the file holds anything that a public variant has no use for.
 */
export function readWordBytes(bytes: Uint8Array): WordBytes {
  const plain = openPlainFile(bytes);
  const file = Buffer.from(bytes);
  holdKeys(plain.catalog, catalogKeys);
  for (const page of plain.pages) holdKeys(page.dict, pageKeys);
  const typefaces = new Set<PlainValue>();
  const values = [...plain.objects()];
  for (const value of values)
    if (isDict(value) && nameOf(value.get('Type')) === 'FontDescriptor')
      for (const key of ['FontFile2', 'FontFile3', 'FontFile']) typefaces.add(plain.follow(value.get(key)));
  const found: string[] = [];
  for (const value of values) {
    collect(value, found);
    if (!(value instanceof PlainStream)) continue;
    const start = value.data.byteOffset - bytes.byteOffset;
    // A stream lies in the file itself, as the reader gives a view of it.
    if (value.data.buffer === bytes.buffer) file.fill(0x20, start, start + value.data.length);
    if (typefaces.has(value)) continue;
    if (nameOf(value.dict.get('Subtype')) === 'Image') holdPixels(value);
    else found.push(lower(unpackStream(value)));
  }
  found.push(lower(file));
  return found;
}

const lower = (bytes: Buffer): string => bytes.toString('latin1').toLowerCase();

function holdKeys(dict: PlainDict, allowed: ReadonlySet<string>): void {
  for (const key of dict.keys()) if (!allowed.has(key)) throw new NotPlain(`${key} has no place here`);
}

function collect(value: PlainValue, found: string[]): void {
  if (value instanceof PlainText) found.push(value.bytes.toLowerCase());
  else if (value instanceof PlainName) found.push(value.name.toLowerCase());
  else if (value instanceof PlainStream) collect(value.dict, found);
  else if (isDict(value))
    for (const [key, inside] of value) {
      found.push(key.toLowerCase());
      collect(inside, found);
    }
  else if (isArray(value)) for (const inside of value) collect(inside, found);
  else if (value instanceof PlainRef) return;
}

/** The picture holds its pixels and nothing else. */
function holdPixels(stream: PlainStream): void {
  const number = (key: string): number => Number(stream.dict.get(key));
  if (nameOf(stream.dict.get('Filter')) === 'DCTDecode') {
    holdJpeg(stream.data);
    return;
  }
  const colours = nameOf(stream.dict.get('ColorSpace')) === 'DeviceGray' ? 1 : 3;
  const parms = new Map(stream.dict);
  // Each row of unpacked pixels begins with one byte for its PNG filter.
  parms.delete('DecodeParms');
  const length = unpackStream(new PlainStream(parms, stream.data)).length;
  if (length !== (number('Width') * colours + 1) * number('Height'))
    throw new NotPlain('a picture that holds more than its pixels');
}

/** Tables and pixels: no comments and no metadata, and nothing after the end. */
function holdJpeg(data: Buffer): void {
  const plain = new Set([0xc0, 0xc1, 0xc2, 0xc4, 0xdb, 0xdd, 0xe0]);
  if (data.readUInt16BE(0) !== 0xffd8) throw new NotPlain('a picture without its head');
  for (let at = 2; at + 4 <= data.length; ) {
    const marker = data[at + 1] ?? 0;
    if (data[at] !== 0xff) throw new NotPlain('a broken picture');
    if (marker === 0xda) break;
    const length = data.readUInt16BE(at + 2);
    if (!plain.has(marker) || (marker === 0xe0 && length > 16))
      throw new NotPlain('a picture with words in it');
    at += 2 + length;
  }
  if (data.lastIndexOf(Buffer.of(0xff, 0xd9)) !== data.length - 2)
    throw new NotPlain('a picture with something after it');
}

/** How often the word is in the bytes, in any of the ways a PDF may write it. */
export function countInBytes(haystacks: WordBytes, word: string): number {
  return writings(word).reduce(
    (sum, needle) => sum + haystacks.reduce((all, haystack) => all + haystack.split(needle).length - 1, 0),
    0,
  );
}

/** Words of fewer letters occur in compressed or binary data by chance, and are not searched for. */
const fewest = 4;

function writings(word: string): readonly string[] {
  const text = word.normalize('NFC').toLowerCase();
  if ([...text].length < fewest) return [];
  const wide = Buffer.from(text, 'utf16le');
  const swapped = Buffer.from(wide).swap16();
  const bytes = [Buffer.from(text, 'latin1'), Buffer.from(text, 'utf8'), wide, swapped];
  const plain = bytes.map((one) => one.toString('latin1').toLowerCase());
  const inHex = [bytes[0], swapped].map((one) => one?.toString('hex') ?? '');
  return [...new Set([...plain, ...inHex])];
}
