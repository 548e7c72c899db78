import type { Drawing, DrawnFile } from './open-drawn-file.ts';

/** Enough to see a full stop by; strokes are drawn by the same program on both sides. */
const dotsPerInch = 72;
/** Of 255: what rounding of a place may do to an edge. */
const faint = 64;

/** Whether two pages, each by its number from 0, look the same when the same program draws them. */
export async function looksTheSame(
  source: { readonly file: DrawnFile; readonly page: number },
  merged: { readonly file: DrawnFile; readonly page: number },
): Promise<boolean> {
  const wanted = await source.file.draw(source.page, dotsPerInch);
  const found = await merged.file.draw(merged.page, dotsPerInch);
  return samePixels(wanted, found);
}

function samePixels(a: Drawing, b: Drawing): boolean {
  if (a.width !== b.width || a.height !== b.height) return false;
  if (a.pixels.equals(b.pixels)) return true;
  for (let at = 0; at < a.pixels.length; at += 1)
    if (Math.abs((a.pixels[at] ?? 0) - (b.pixels[at] ?? 0)) > faint) return false;
  return true;
}
