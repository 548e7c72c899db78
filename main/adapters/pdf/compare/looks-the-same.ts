import type { Drawing, DrawnFile } from './open-drawn-file.ts';

/** Resolution at which pages are compared; enough to see a full stop. */
const dotsPerInch = 72;
/** Largest difference, of 255, that rounding of a position can make at an edge. */
const faint = 64;

/** A form field that was drawn anew, on a page from 0: where, in the page's own measure, and what it says. */
export type Redrawn = { readonly page: number; readonly rect: readonly number[]; readonly text: string };

/** Text without what differs between one way of setting it and another. */
export const bare = (text: string): string => text.normalize('NFKC').replace(/[\s\u00ad]+/gu, '');

/**
 * Whether two pages, each by its number from 0, look the same when the same program draws them. Fields that were drawn
 * anew are not compared, since they show something else than the source on purpose.
 */
export async function looksTheSame(
  source: { readonly file: DrawnFile; readonly page: number },
  merged: { readonly file: DrawnFile; readonly page: number },
  redrawn: readonly Redrawn[] = [],
): Promise<boolean> {
  const wanted = await source.file.draw(source.page, dotsPerInch);
  const found = await merged.file.draw(merged.page, dotsPerInch);
  for (const { rect } of redrawn) {
    blank(wanted, rect);
    blank(found, rect);
  }
  return samePixels(wanted, found);
}

/** Whitens a field and two pixels around it, since edges are blurred across two pixels. */
function blank({ width, height, pixels, toPixels }: Drawing, rect: readonly number[]): void {
  const [x1 = 0, y1 = 0, x2 = 0, y2 = 0] = toPixels(rect);
  const [left, right] = [
    Math.max(0, Math.floor(Math.min(x1, x2)) - 2),
    Math.min(width, Math.ceil(Math.max(x1, x2)) + 2),
  ];
  const [top, bottom] = [
    Math.max(0, Math.floor(Math.min(y1, y2)) - 2),
    Math.min(height, Math.ceil(Math.max(y1, y2)) + 2),
  ];
  for (let row = top; row < bottom && left < right; row += 1)
    pixels.fill(0, (row * width + left) * 4, (row * width + right) * 4);
}

function samePixels(a: Drawing, b: Drawing): boolean {
  if (a.width !== b.width || a.height !== b.height) return false;
  if (a.pixels.equals(b.pixels)) return true;
  for (let at = 0; at < a.pixels.length; at += 1)
    if (Math.abs((a.pixels[at] ?? 0) - (b.pixels[at] ?? 0)) > faint) return false;
  return true;
}
