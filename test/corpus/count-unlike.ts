import { renderPages } from '../adapters/pdf/render-pages.ts';

const faint = 96;
/** A stroke may fall on other pixels where its place was rounded. */
const few = 4;

/** How many pages poppler shows otherwise in the one than in the other; all where it opens only one of them. */
export function countUnlike(source: Uint8Array, merged: Uint8Array): number {
  const [wanted, found] = [tryRender(source), tryRender(merged)];
  return found.filter((page, at) => isUnlike(wanted[at], page)).length;
}

function tryRender(bytes: Uint8Array): readonly Buffer[] {
  try {
    return renderPages(bytes) ?? [];
  } catch {
    return [];
  }
}

function isUnlike(wanted: Buffer | undefined, found: Buffer): boolean {
  // What poppler cannot show is nothing to compare with.
  if (!wanted) return false;
  if (wanted.length !== found.length) return true;
  if (wanted.equals(found)) return false;
  let unlike = 0;
  for (let at = 0; at < found.length; at += 1)
    if (Math.abs((wanted[at] ?? 0) - (found[at] ?? 0)) > faint) unlike += 1;
  return unlike > few;
}
