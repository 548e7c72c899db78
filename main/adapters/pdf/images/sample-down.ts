/**
 * A picture with fewer pixels, each the mean of those it stands for. `samples` holds a byte for each colour of each pixel;
 * the result, shades of grey or colour, four bytes for each pixel.
 */
export function sampleDown(
  samples: Buffer,
  colours: 1 | 3,
  from: { readonly across: number; readonly down: number },
  to: { readonly across: number; readonly down: number },
): Buffer {
  const out = Buffer.alloc(to.across * to.down * 4, 255);
  for (let row = 0; row < to.down; row += 1) {
    const top = Math.floor((row * from.down) / to.down);
    const bottom = Math.max(top + 1, Math.ceil(((row + 1) * from.down) / to.down));
    for (let column = 0; column < to.across; column += 1) {
      const left = Math.floor((column * from.across) / to.across);
      const right = Math.max(left + 1, Math.ceil(((column + 1) * from.across) / to.across));
      let [red, green, blue] = [0, 0, 0];
      for (let y = top; y < bottom; y += 1)
        for (
          let at = (y * from.across + left) * colours;
          at < (y * from.across + right) * colours;
          at += colours
        ) {
          red += samples[at] ?? 0;
          if (colours === 1) continue;
          green += samples[at + 1] ?? 0;
          blue += samples[at + 2] ?? 0;
        }
      const count = (bottom - top) * (right - left);
      const place = (row * to.across + column) * 4;
      out[place] = Math.round(red / count);
      out[place + 1] = colours === 1 ? (out[place] ?? 0) : Math.round(green / count);
      out[place + 2] = colours === 1 ? (out[place] ?? 0) : Math.round(blue / count);
    }
  }
  return out;
}
