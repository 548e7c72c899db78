import type { PlainFile, PlainPage } from '../plain/open-plain-file.ts';
import {
  isArray,
  isDict,
  nameOf,
  type PlainDict,
  PlainName,
  PlainRef,
  PlainStream,
  PlainText,
  type PlainValue,
} from '../plain/plain-values.ts';
import { unpackStream } from '../plain/unpack-stream.ts';

/** Entries for destinations, tags and history: they draw nothing, and merging writes new ones. */
const drawsNothing: ReadonlySet<string> = new Set([
  'Parent',
  'StructParent',
  'StructParents',
  'Metadata',
  'PieceInfo',
  'LastModified',
]);
const drawsNothingOnPages: ReadonlySet<string> = new Set([
  'Type',
  'B',
  'Thumb',
  'AA',
  'Annots',
  'Tabs',
  'ID',
]);
const drawsNothingOnAnnotations: ReadonlySet<string> = new Set([
  'A',
  'AA',
  'Dest',
  'P',
  'Popup',
  'IRT',
  'Type',
]);
const none: ReadonlySet<string> = new Set();
const deepest = 500;

/**
 * Whether two pages draw the same: the same operators with the same resources, value by value and byte by byte. What
 * this cannot tell (form fields, which merging draws anew, and layers, which the whole file decides on) is «no».
 */
export function drawsTheSame(
  source: { readonly file: PlainFile; readonly page: PlainPage },
  merged: { readonly file: PlainFile; readonly page: PlainPage },
  known: Set<string>,
): boolean {
  if (source.file.follow(source.file.catalog.get('OCProperties')) !== null) return false;
  const [a, b] = [source.file, merged.file];
  const same = (x: PlainValue | undefined, y: PlainValue | undefined, depth: number): boolean => {
    if (depth > deepest) return false;
    if (x instanceof PlainRef && y instanceof PlainRef) {
      const pair = `${x.number} ${x.generation} ${y.number}`;
      if (known.has(pair)) return true;
      // Assumed equal while it is compared, since references may form a cycle.
      known.add(pair);
      return sameValue(a.follow(x), b.follow(y), depth);
    }
    return sameValue(a.follow(x), b.follow(y), depth);
  };
  const sameValue = (x: PlainValue, y: PlainValue, depth: number): boolean => {
    if (typeof x === 'number' && typeof y === 'number') return Math.abs(x - y) <= Math.abs(x) * 1e-6;
    if (x instanceof PlainName) return y instanceof PlainName && x.name === y.name;
    if (x instanceof PlainText) return y instanceof PlainText && x.bytes === y.bytes;
    if (isArray(x))
      return isArray(y) && x.length === y.length && x.every((item, at) => same(item, y[at], depth + 1));
    if (x instanceof PlainStream) return y instanceof PlainStream && sameStream(x, y, depth);
    if (isDict(x)) {
      const type = nameOf(x.get('Type'));
      // A page or the catalog: the merged file has its own.
      if (type === 'Page') return isDict(y) && nameOf(y.get('Type')) === 'Page';
      if (type === 'Catalog' || type === 'Pages') return true;
      const annotation = x.has('Subtype') && x.has('Rect');
      return isDict(y) && sameEntries(x, y, annotation ? drawsNothingOnAnnotations : none, depth);
    }
    return x === y;
  };
  const sameEntries = (x: PlainDict, y: PlainDict, apart: ReadonlySet<string>, depth: number): boolean => {
    for (const [key, value] of x)
      if (!drawsNothing.has(key) && !apart.has(key) && !same(value, y.get(key), depth + 1)) return false;
    for (const key of y.keys())
      if (!x.has(key) && !drawsNothing.has(key) && !apart.has(key) && b.follow(y.get(key)) !== null)
        return false;
    return true;
  };
  const packing: ReadonlySet<string> = new Set(['Length', 'Filter', 'DecodeParms']);
  const length: ReadonlySet<string> = new Set(['Length']);
  const sameStream = (x: PlainStream, y: PlainStream, depth: number): boolean => {
    if (x.data.equals(y.data)) return sameEntries(x.dict, y.dict, length, depth);
    // Merging compresses streams that the source left uncompressed.
    if (x.dict.has('Filter') || !sameEntries(x.dict, y.dict, packing, depth)) return false;
    return unpackStream(y).equals(x.data);
  };
  const sources = entries(source.page);
  const merges = entries(merged.page);
  return (
    sameEntries(sources, merges, drawsNothingOnPages, 0) &&
    sameAnnotations(a.follow(sources.get('Annots')), b.follow(merges.get('Annots')))
  );

  function sameAnnotations(x: PlainValue, y: PlainValue): boolean {
    const found = (isArray(x) ? x : []).filter((item) => isDict(a.follow(item)));
    const kept = isArray(y) ? y : [];
    if (found.some((item) => isWidget(a.follow(item)))) return false;
    return found.length === kept.length && found.every((item, at) => same(item, kept[at], 0));
  }
  function isWidget(annotation: PlainValue): boolean {
    return isDict(annotation) && nameOf(a.follow(annotation.get('Subtype'))) === 'Widget';
  }
}

const entries = ({ dict, inherited }: PlainPage): PlainDict => new Map([...inherited, ...dict]);
