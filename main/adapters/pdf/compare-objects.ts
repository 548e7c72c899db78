import {
  PdfArray,
  PdfBool,
  PdfDict,
  PdfName,
  PdfNull,
  PdfNumber,
  type PdfObject,
  PdfRef,
  PdfStream,
  PdfString,
} from '@libpdf/core';
import { type Resolve, refKey } from './pdf-objects.ts';

export type ComparedFile = {
  readonly resolve: Resolve;
  /** Whether a layer (optional content group) is shown when the file is opened. */
  readonly isShown: (group: PdfRef | undefined) => boolean;
};

/** Packing, which may differ between two streams of the same content. */
const packing = new Set(['Length', 'Filter', 'DecodeParms', 'DL']);
/** Writers round numbers to five decimals. */
const rounding = 5.1e-6;
const deepest = 400;

/**
 * Compares objects of two files by what they hold, however each file numbers and packs them. `skips` names entries
 * that do not matter, by the dictionary they stand in.
 */
export function comparison(
  one: ComparedFile,
  other: ComparedFile,
  skips: (key: string, holder: PdfDict) => boolean,
): (left: PdfObject | undefined, right: PdfObject | undefined) => boolean {
  // A pair that is being compared is assumed equal, so that cycles end; the assumption holds only if all else is equal.
  const compared = new Set<string>();
  let assumed: string[] = [];
  let depth = 0;

  const same = (left: PdfObject | undefined, right: PdfObject | undefined): boolean => {
    if (left instanceof PdfRef && right instanceof PdfRef) {
      const pair = `${refKey(left)}:${refKey(right)}`;
      if (compared.has(pair)) return true;
      compared.add(pair);
      assumed.push(pair);
    }
    const [a, b] = [found(left, one.resolve), found(right, other.resolve)];
    if (!a || !b) return a === b;
    if (a instanceof PdfDict && b instanceof PdfDict) {
      if (isGroup(a) && one.isShown(refOf(left)) !== other.isShown(refOf(right))) return false;
      depth += 1;
      const result = depth < deepest && sameDict(a, b);
      depth -= 1;
      return result;
    }
    if (a instanceof PdfArray && b instanceof PdfArray) {
      depth += 1;
      const result =
        depth < deepest && a.length === b.length && [...a].every((item, place) => same(item, b.at(place)));
      depth -= 1;
      return result;
    }
    return samePlain(a, b);
  };

  const sameDict = (a: PdfDict, b: PdfDict): boolean => {
    const streams = a instanceof PdfStream && b instanceof PdfStream;
    if (!streams && (a instanceof PdfStream || b instanceof PdfStream)) return false;
    const packed = streams && samePacking(a, b, one, other);
    if (streams && !packed && !sameContent(a, b)) return false;
    const keys = new Set([...keysOf(a), ...keysOf(b)]);
    for (const key of keys) {
      if ((streams && packing.has(key)) || skips(key, a)) continue;
      if (!same(a.get(key), b.get(key))) return false;
    }
    return true;
  };

  return (left, right) => {
    assumed = [];
    const result = same(left, right);
    if (!result) for (const pair of assumed) compared.delete(pair);
    return result;
  };
}

export type Same = ReturnType<typeof comparison>;

/** A reference that leads nowhere is null, ISO 32000-2, 7.3.10; an entry that is null is not there. */
function found(object: PdfObject | undefined, resolve: Resolve): PdfObject | undefined {
  let value: PdfObject | null | undefined = object;
  for (let steps = 0; value instanceof PdfRef && steps < 20; steps += 1) value = resolve(value);
  return !value || value instanceof PdfNull || value instanceof PdfRef ? undefined : value;
}

function samePlain(a: PdfObject, b: PdfObject): boolean {
  if (a instanceof PdfNumber && b instanceof PdfNumber)
    return Math.abs(a.value - b.value) <= rounding || a.value === b.value;
  if (a instanceof PdfName && b instanceof PdfName) return a.value === b.value;
  if (a instanceof PdfString && b instanceof PdfString) return Buffer.from(a.bytes).equals(b.bytes);
  if (a instanceof PdfBool && b instanceof PdfBool) return a.value === b.value;
  return false;
}

/** The same bytes packed in the same way need not be unpacked. */
function samePacking(a: PdfStream, b: PdfStream, one: ComparedFile, other: ComparedFile): boolean {
  if (
    a.data.length !== b.data.length ||
    !Buffer.from(a.data.buffer, a.data.byteOffset, a.data.length).equals(b.data)
  )
    return false;
  const plain = comparison(one, other, () => false);
  return plain(a.get('Filter'), b.get('Filter')) && plain(a.get('DecodeParms'), b.get('DecodeParms'));
}

function sameContent(a: PdfStream, b: PdfStream): boolean {
  try {
    return Buffer.from(a.getDecodedData()).equals(b.getDecodedData());
  } catch {
    return false;
  }
}

const keysOf = (dict: PdfDict): readonly string[] => [...dict].map(([key]) => key.value);
const isGroup = (dict: PdfDict): boolean => dict.getName('Type')?.value === 'OCG';
const refOf = (object: PdfObject | undefined): PdfRef | undefined =>
  object instanceof PdfRef ? object : undefined;
