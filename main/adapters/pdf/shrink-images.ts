import { checkJpeg } from './check-image.ts';
import { encodeJpeg, packPixels } from './encode-pixels.ts';
import type { ImageTask } from './images/list-images.ts';
import { sampleDown } from './images/sample-down.ts';
import { unpackSamples } from './images/unpack-samples.ts';
import { openPlainFile, type PlainFile } from './plain/open-plain-file.ts';
import { isArray, NotPlain, nameOf, PlainRef, PlainStream } from './plain/plain-values.ts';

/** An image with fewer pixels, as it stands in the file from now on. */
export type ShrunkImage = {
  readonly number: number;
  readonly across: number;
  readonly down: number;
  readonly bytes: Uint8Array;
  readonly coding: 'jpeg' | 'flate';
  /** `own`: as it was. `base`: that of its palette. */
  readonly space: 'own' | 'base' | 'rgb';
  readonly colours: 1 | 3;
  readonly pages: readonly number[];
};

/** Text in a scan stays readable; nobody sees the difference at arm's length. */
const quality = 78;
/** A picture that does not get this much smaller is left as it is. */
const leastGain = 0.9;
/** Lines and letters stay exact where that costs little more. */
const exactAtMost = 1.15;

/** The images that get smaller; those that do not, or cannot be read, are left out. */
export async function shrinkImages(
  bytes: Uint8Array,
  tasks: readonly ImageTask[],
): Promise<readonly ShrunkImage[]> {
  const file = openPlainFile(bytes);
  const shrunk: ShrunkImage[] = [];
  for (const task of tasks) {
    const image = await shrinkImage(file, task).catch(() => undefined);
    if (image) shrunk.push(image);
  }
  return shrunk;
}

async function shrinkImage(file: PlainFile, task: ImageTask): Promise<ShrunkImage | undefined> {
  const stream = file.follow(new PlainRef(task.number, 0));
  if (!(stream instanceof PlainStream)) return undefined;
  const { number, across, down, samples, pages } = task;
  const read = samples.coding === 'jpeg' ? await readJpeg(stream, task) : readFlate(file, stream, task);
  const size = { number, across, down, pages };
  const exact = await packPixels(read.pixels, across, down, read.colours);
  const inPalette = samples.palette !== undefined;
  const asJpeg =
    read.colours === 3 || !task.staysGray ? await encodeJpeg(read.pixels, across, down, quality) : undefined;
  const space = inPalette ? 'base' : read.colours === 1 ? 'rgb' : 'own';
  const chosen: ShrunkImage =
    asJpeg && asJpeg.length * exactAtMost < exact.length
      ? { ...size, bytes: asJpeg, coding: 'jpeg', space, colours: 3 }
      : { ...size, bytes: exact, coding: 'flate', space: inPalette ? 'base' : 'own', colours: read.colours };
  return chosen.bytes.length < stream.data.length * leastGain ? chosen : undefined;
}

type Read = { readonly pixels: Buffer; readonly colours: 1 | 3 };

function readFlate(file: PlainFile, stream: PlainStream, { samples, across, down }: ImageTask): Read {
  const { bytes, colours } = unpackSamples(stream, samples, file.follow);
  const from = { across: sizeOf(file, stream, 'Width'), down: sizeOf(file, stream, 'Height') };
  return { pixels: sampleDown(bytes, colours, from, { across, down }), colours };
}

async function readJpeg(stream: PlainStream, { samples, across, down }: ImageTask): Promise<Read> {
  const { components } = checkJpeg(stream.data);
  if (components !== samples.colours) throw new NotPlain('a picture has other colours than it says');
  const { createCanvas, loadImage } = await import('@napi-rs/canvas');
  const picture = await loadImage(bare(stream.data));
  const canvas = createCanvas(across, down);
  const context = canvas.getContext('2d');
  context.imageSmoothingEnabled = true;
  context.imageSmoothingQuality = 'high';
  context.drawImage(picture, 0, 0, across, down);
  const pixels = Buffer.from(canvas.data());
  canvas.width = 0;
  canvas.height = 0;
  return { pixels, colours: samples.colours };
}

function sizeOf(file: PlainFile, { dict }: PlainStream, key: 'Width' | 'Height'): number {
  const value = file.follow(dict.get(key));
  if (typeof value !== 'number') throw new NotPlain('a picture without a size');
  return value;
}

/**
 * The JPEG without its notes: a profile or a turn that stands in them is not what a PDF goes by (ISO 32000-2, 7.4.8). How its
 * colours are coded, which stands in one of them, is kept.
 */
function bare(jpeg: Buffer): Buffer {
  const parts = [jpeg.subarray(0, 2)];
  let at = 2;
  while (at + 4 <= jpeg.length && jpeg[at] === 0xff && jpeg[at + 1] !== 0xda) {
    const mark = jpeg[at + 1] ?? 0;
    const next = at + 2 + jpeg.readUInt16BE(at + 2);
    const isNote = (mark >= 0xe0 && mark <= 0xef && mark !== 0xee) || mark === 0xfe;
    if (!isNote) parts.push(jpeg.subarray(at, next));
    at = next;
  }
  return Buffer.concat([...parts, jpeg.subarray(at)]);
}

/** The colour space of a palette's colours. */
export const baseSpace = (file: PlainFile, stream: PlainStream) => {
  const space = file.follow(stream.dict.get('ColorSpace'));
  return isArray(space) && nameOf(file.follow(space[0])) === 'Indexed' ? space[1] : undefined;
};
