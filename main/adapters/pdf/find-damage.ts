import { constants, inflateSync } from 'node:zlib';
import { type PDF, PdfArray, PdfDict, PdfName, type PdfObject, PdfRef, PdfStream } from '@libpdf/core';
import { follow, inherited, type Resolve, refKey, resolveIn } from './pdf-objects.ts';
import { NotPlain } from './plain/plain-values.ts';
import { readPlaces } from './plain/read-places.ts';

/** Most bytes in one page's contents after unpacking; more is refused as an attack on memory. */
const unpackedLimit = 128 * 1024 * 1024;

/**
 * Whether the file stops before its own end: no end mark, new objects begun after the last one, or shorter than a
 * linearised file says it is.
 */
export function endsEarly(bytes: Uint8Array): boolean {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  const end = file.lastIndexOf('startxref');
  if (end < 0) return true;
  const tail = file.subarray(end, end + 64).toString('latin1');
  if (!/^startxref\s+\d+\s+%%EO/.test(tail)) return true;
  if (beginsObject(file.subarray(end))) return true;
  const head = file.subarray(0, 2048).toString('latin1');
  if (!head.includes('/Linearized')) return false;
  const promised = /\/L\s+(\d+)/.exec(head)?.[1];
  return promised !== undefined && Number(promised) > bytes.length;
}

/** `12 0 obj`, matched in the 32 bytes before each `obj`, so that long runs of digits cost no quadratic time. */
function beginsObject(tail: Buffer): boolean {
  for (let at = tail.indexOf('obj'); at >= 0; at = tail.indexOf('obj', at + 3))
    if (/\d\s+\d+\s+$/.test(tail.toString('latin1', Math.max(0, at - 32), at))) return true;
  return false;
}

/**
 * Whether something a page needs is gone. The reader is lenient and gives what it finds; a page with a hole must
 * not be sent for signing, so whatever a page draws with has to be there and its contents have to unpack. A file
 * whose cross-reference table had to be rebuilt is held to more: nothing that a page reaches may be missing.
 */
export function findDamage(pdf: PDF, bytes: Uint8Array): boolean {
  try {
    return hasHole(pdf, bytes);
  } catch {
    return true;
  }
}

function hasHole(pdf: PDF, bytes: Uint8Array): boolean {
  const resolve = resolveIn(pdf);
  const root = pdf.getCatalog().get('Pages', resolve);
  if (!(root instanceof PdfDict)) return true;
  const leaves = countLeaves(root, resolve, new Set(), 0);
  const promised = root.getNumber('Count', resolve)?.value ?? 0;
  if (leaves === undefined || leaves !== pdf.getPageCount() || leaves < promised) return true;
  const strict = pdf.recoveredViaBruteForce;
  const isLost = strict ? () => true : promisedIn(bytes);
  const seen = new Set<string>();
  return pdf.getPages().some((page) => {
    const contents = page.dict.get('Contents');
    if (contents && !unpacks(contents, resolve, strict)) return true;
    const needed: PdfObject[] = strict
      ? [...page.dict].filter(([key]) => key.value !== 'Parent').map(([, value]) => value)
      : [inherited(page.dict, 'Resources', resolve)].filter((value) => value !== undefined);
    return !allThere(needed, resolve, seen, strict, isLost);
  });
}

/** Pages below a node of the page tree; nothing where a branch is missing or turns back on itself. */
function countLeaves(node: PdfDict, resolve: Resolve, seen: Set<PdfDict>, depth: number): number | undefined {
  if (seen.has(node) || depth > 200) return undefined;
  seen.add(node);
  const kids = node.getArray('Kids', resolve);
  if (!kids) return node.getName('Type', resolve)?.value === 'Pages' ? undefined : 1;
  let sum = 0;
  for (const kid of kids) {
    const child = follow(kid, resolve);
    const leaves = child instanceof PdfDict ? countLeaves(child, resolve, seen, depth + 1) : undefined;
    if (leaves === undefined) return undefined;
    sum += leaves;
  }
  return sum;
}

function unpacks(contents: PdfObject, resolve: Resolve, strict: boolean): boolean {
  const found = follow(contents, resolve);
  if (found instanceof PdfArray) return [...found].every((item) => unpacks(item, resolve, strict));
  if (found instanceof PdfStream) return streamUnpacks(found, strict);
  return found?.type === 'null';
}

/** Only Flate can be checked without a decoder of its own; a stream that merely lacks its end mark is let pass. */
function streamUnpacks(stream: PdfStream, strict: boolean): boolean {
  const filter = stream.get('Filter');
  const first = filter instanceof PdfArray ? filter.at(0) : filter;
  if (!(first instanceof PdfName) || first.value !== 'FlateDecode') return true;
  if (stream.data.length === 0) return true;
  try {
    const finishFlush = strict ? constants.Z_FINISH : constants.Z_SYNC_FLUSH;
    inflateSync(stream.data, { finishFlush, maxOutputLength: unpackedLimit });
    return true;
  } catch {
    return false;
  }
}

function allThere(
  roots: readonly PdfObject[],
  resolve: Resolve,
  seen: Set<string>,
  strict: boolean,
  isLost: (ref: PdfRef) => boolean,
): boolean {
  const waiting = [...roots];
  for (let object = waiting.pop(); object; object = waiting.pop()) {
    let found: PdfObject | null = object;
    if (object instanceof PdfRef) {
      if (seen.has(refKey(object))) continue;
      seen.add(refKey(object));
      found = resolve(object);
      if (found === null) {
        if (isLost(object)) return false;
        continue;
      }
    }
    if (found instanceof PdfArray) waiting.push(...found);
    if (found instanceof PdfStream && strict && !streamUnpacks(found, strict)) return false;
    if (found instanceof PdfDict) {
      for (const [key, value] of found) if (!leadsAway.has(key.value)) waiting.push(value);
    }
  }
  return true;
}

/**
 * Whether a file says that it has an object. A reference to one that it never had is null and no damage (ISO 32000-2,
 * 7.3.10); one that should be there and is not has been lost.
 */
function promisedIn(bytes: Uint8Array): (ref: PdfRef) => boolean {
  let places: ReturnType<typeof readPlaces>['places'] | undefined;
  return ({ objectNumber }) => {
    try {
      places ??= readPlaces(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)).places;
    } catch (fault) {
      if (fault instanceof NotPlain) return true;
      throw fault;
    }
    return places.has(objectNumber);
  };
}

/** Ways out of a page: to other pages, to the tags, to other places in the file. */
const leadsAway: ReadonlySet<string> = new Set([
  'Parent',
  'P',
  'Dest',
  'A',
  'Popup',
  'StructParent',
  'IRT',
  'Pg',
]);
