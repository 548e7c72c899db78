import { promisify } from 'node:util';
import { deflate } from 'node:zlib';

/** A picture as a PDF holds it. */
export type EncodedPixels = {
  readonly bytes: Uint8Array;
  readonly coding: 'gray' | 'colour' | 'jpeg';
  readonly across: number;
  readonly down: number;
};

const pack = promisify(deflate);
/** A colour picture whose lossless form is larger than this is kept as JPEG. */
const mostExact = 700_000;
const photoQuality = 88;

/**
 * Encodes RGBA pixels for a PDF, without their alpha: grey or colour losslessly, or as JPEG where the lossless form would
 * be too large, as it is for photographs.
 */
export async function encodePixels(pixels: Buffer, across: number, down: number): Promise<EncodedPixels> {
  if (isGray(pixels)) {
    const bytes = await pack(rows(pixels, across, down, 1), { level: 7 });
    return { bytes, coding: 'gray', across, down };
  }
  const exact = await pack(rows(pixels, across, down, 3), { level: 6 });
  if (exact.length <= mostExact) return { bytes: exact, coding: 'colour', across, down };
  const bytes = await encodeJpeg(pixels, across, down, photoQuality);
  return { bytes, coding: 'jpeg', across, down };
}

/** Pixels of four bytes each as a JPEG in colour, `quality` from 0 to 100. */
export async function encodeJpeg(
  pixels: Buffer,
  across: number,
  down: number,
  quality: number,
): Promise<Uint8Array> {
  const { createCanvas, ImageData } = await import('@napi-rs/canvas');
  const canvas = createCanvas(across, down);
  const clamped = new Uint8ClampedArray(pixels.buffer, pixels.byteOffset, pixels.length);
  canvas.getContext('2d').putImageData(new ImageData(clamped, across, down), 0, 0);
  return withoutProfile(await canvas.encode('jpeg', quality));
}

/** Pixels of four bytes each, packed without loss as so many colours, each row predicted from the one above. */
export const packPixels = (
  pixels: Buffer,
  across: number,
  down: number,
  colours: 1 | 3,
): Promise<Uint8Array> => pack(rows(pixels, across, down, colours), { level: 7 });

function isGray(pixels: Buffer): boolean {
  for (let at = 0; at < pixels.length; at += 4)
    if (pixels[at] !== pixels[at + 1] || pixels[at] !== pixels[at + 2]) return false;
  return true;
}

/** Rows for Flate with PNG prediction: each begins with its filter byte, here 2, the difference from the row above. */
function rows(pixels: Buffer, across: number, down: number, colours: 1 | 3): Buffer {
  const width = across * colours;
  const out = Buffer.alloc((width + 1) * down);
  for (let row = 0; row < down; row += 1) {
    const to = row * (width + 1) + 1;
    out[to - 1] = 2;
    for (let column = 0; column < across; column += 1) {
      const at = (row * across + column) * 4;
      for (let colour = 0; colour < colours; colour += 1) {
        const above = row > 0 ? (pixels[at + colour - across * 4] ?? 0) : 0;
        out[to + column * colours + colour] = ((pixels[at + colour] ?? 0) - above) & 0xff;
      }
    }
  }
  return out;
}

/** The encoder adds the profile that the whole file has once already. */
function withoutProfile(jpeg: Buffer): Buffer {
  const parts = [jpeg.subarray(0, 2)];
  let at = 2;
  while (jpeg[at + 1] !== 0xda) {
    const next = at + 2 + jpeg.readUInt16BE(at + 2);
    if (jpeg[at + 1] !== 0xe2) parts.push(jpeg.subarray(at, next));
    at = next;
  }
  return Buffer.concat([...parts, jpeg.subarray(at)]);
}
