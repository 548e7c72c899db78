import { type PDF, PdfArray, PdfDict, type PdfObject, PdfRef } from '@libpdf/core';
import { readPlaces } from './plain/read-places.ts';

/** A row of the cross-reference table, ISO 32000-2, 7.5.4. */
const tableRow = 20;

/** How many objects a new file has been given so far. */
export const countObjects = ({ context }: PDF): number => [...context.registry.entries()].length;

/**
 * What each part costs in a merged file: the bytes that the objects it brought take where they are written, and their rows
 * in the cross-reference table. Parts share no objects, so that without the part the file is so much smaller, but for what
 * the file has once: page tree, outline, metadata, colour profile. `ends`: how many objects the file had been given when
 * the last of each part was in it; `begins`, before the first.
 */
export function weighParts(
  target: PDF,
  merged: Uint8Array,
  parts: readonly { readonly begins: number; readonly ends: number }[],
): readonly number[] {
  const lengths = readLengths(merged);
  const weights = parts.map(() => 0);
  const reached = reachable(target);
  let written = 0;
  for (const [at, [ref]] of [...target.context.registry.entries()].entries()) {
    // The library writes what is reached, in the order it was given, and numbers it anew.
    if (!reached.has(ref.objectNumber)) continue;
    written += 1;
    const part = parts.findIndex(({ begins, ends }) => at >= begins && at < ends);
    if (part >= 0) weights[part] = (weights[part] ?? 0) + (lengths.get(written) ?? 0) + tableRow;
  }
  // A file that has other objects than it was given is not measured, rather than wrongly.
  return written === lengths.size ? weights : [];
}

/** Bytes of each object of a file that has no other objects than those its table names. */
function readLengths(merged: Uint8Array): ReadonlyMap<number, number> {
  const file = Buffer.from(merged.buffer, merged.byteOffset, merged.length);
  const written = [...readPlaces(file).places]
    .flatMap(([number, place]) => (place.kind === 'plain' ? [{ number, offset: place.offset }] : []))
    .sort((a, b) => a.offset - b.offset);
  const end = Number(/startxref\s+(\d+)/.exec(file.toString('latin1', file.lastIndexOf('startxref')))?.[1]);
  return new Map(
    written.map(({ number, offset }, at) => [number, (written[at + 1]?.offset ?? end) - offset] as const),
  );
}

/** Numbers of the objects that the trailer leads to. */
function reachable({ context }: PDF): ReadonlySet<number> {
  const seen = new Set<number>();
  const { trailer } = context.info;
  const waiting: PdfObject[] = [trailer.get('Root'), trailer.get('Info')].filter(
    (object) => object !== undefined,
  );
  for (let object = waiting.pop(); object; object = waiting.pop()) {
    if (object instanceof PdfRef) {
      if (seen.has(object.objectNumber)) continue;
      seen.add(object.objectNumber);
      const found = context.registry.resolve(object);
      if (found) waiting.push(found);
    } else if (object instanceof PdfArray) waiting.push(...object);
    else if (object instanceof PdfDict) for (const [, value] of object) waiting.push(value);
  }
  return seen;
}
