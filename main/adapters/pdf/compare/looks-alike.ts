import type { DrawnFile } from './open-drawn-file.ts';

/** Resolution at which pages are compared: what is sharper than that is what may change. */
const dotsPerInch = 72;
/** Side of the squares whose means are compared, in pixels. */
const square = 8;
/** Largest difference of a square's mean, of 255, that fewer pixels and their coding can make. */
const faint = 28;

/** Whether two pages look alike but for the sharpness of their pictures, and bear the same text. Pages from 0. */
export async function looksAlike(before: DrawnFile, after: DrawnFile, page: number): Promise<boolean> {
  if ((await before.text(page)) !== (await after.text(page))) return false;
  const [one, other] = [await before.draw(page, dotsPerInch), await after.draw(page, dotsPerInch)];
  if (one.width !== other.width || one.height !== other.height) return false;
  const { width, height } = one;
  for (let top = 0; top < height; top += square)
    for (let left = 0; left < width; left += square) {
      const [bottom, right] = [Math.min(height, top + square), Math.min(width, left + square)];
      for (const colour of [0, 1, 2]) {
        let difference = 0;
        for (let row = top; row < bottom; row += 1)
          for (let at = (row * width + left) * 4 + colour; at < (row * width + right) * 4; at += 4)
            difference += (one.pixels[at] ?? 0) - (other.pixels[at] ?? 0);
        if (Math.abs(difference) > faint * (bottom - top) * (right - left)) return false;
      }
    }
  return true;
}
