import type { PlainFile } from '../plain/open-plain-file.ts';
import {
  isArray,
  isDict,
  nameOf,
  type PlainDict,
  PlainRef,
  PlainStream,
  PlainText,
  type PlainValue,
} from '../plain/plain-values.ts';
import { unpackStream } from '../plain/unpack-stream.ts';
import { findImageUses } from './find-image-uses.ts';

/** How the samples of an image are to be read. */
export type Samples = {
  readonly coding: 'jpeg' | 'flate';
  /** Colours of each sample as it is stored: 1 or 3; an indexed image has one. */
  readonly colours: 1 | 3;
  readonly bits: number;
  /** Three bytes of colour for each index. */
  readonly palette?: Uint8Array;
};
/** An image that has more pixels than can be seen where it is drawn. */
export type ImageTask = {
  readonly number: number;
  readonly across: number;
  readonly down: number;
  readonly samples: Samples;
  /** A soft mask, or grey that is described by itself, must stay one colour. */
  readonly staysGray: boolean;
  /** From 0. */
  readonly pages: readonly number[];
};
export type ImageList = {
  readonly tasks: readonly ImageTask[];
  /** Images with too many pixels that Segl leaves as they are. */
  readonly left: number;
  readonly pages: number;
};

/** An image is worth sampling down when it has this many times the pixels to the inch. */
const worthIt = 1.25;
/** Larger pictures take more memory than a worker has. */
const mostPixels = 80_000_000;

/** The images of a file that have more than so many pixels to the inch where they are drawn largest. */
export function listImages(file: PlainFile, dotsPerInch: number): ImageList {
  const tasks: ImageTask[] = [];
  let left = 0;
  const rgbAllowed = allowsDeviceRgb(file);
  for (const [number, { width, height, pages }] of findImageUses(file)) {
    const image = file.follow(new PlainRef(number, 0));
    if (!(image instanceof PlainStream)) continue;
    const mask = image.dict.get('SMask');
    const masking = file.follow(mask);
    const consider = (at: number, stream: PlainStream, isMask: boolean): void => {
      const size = smaller(file, stream.dict, width, height, dotsPerInch);
      if (!size) return;
      const samples = readable(file, stream.dict, isMask);
      if (!samples || isMatted(masking)) {
        left += 1;
        return;
      }
      const staysGray =
        isMask || nameOf(file.follow(stream.dict.get('ColorSpace'))) !== 'DeviceGray' || !rgbAllowed;
      tasks.push({ number: at, ...size, samples, staysGray, pages: [...pages] });
    };
    consider(number, image, false);
    if (mask instanceof PlainRef && masking instanceof PlainStream) consider(mask.number, masking, true);
  }
  const seen = new Set<number>();
  const once = tasks.filter(({ number }) => !seen.has(number) && seen.add(number));
  return { tasks: once, left, pages: file.pages.length };
}

/** The size at which the image has as many pixels as are wanted; nothing where it has few enough. */
function smaller(file: PlainFile, dict: PlainDict, width: number, height: number, dotsPerInch: number) {
  const [across, down] = [file.follow(dict.get('Width')), file.follow(dict.get('Height'))];
  if (typeof across !== 'number' || typeof down !== 'number' || width <= 0 || height <= 0) return undefined;
  const has = Math.min((across * 72) / width, (down * 72) / height);
  if (has <= dotsPerInch * worthIt) return undefined;
  const scale = dotsPerInch / has;
  return { across: Math.max(1, Math.round(across * scale)), down: Math.max(1, Math.round(down * scale)) };
}

/** Colours of a soft mask that were mixed with a ground beforehand need the mask pixel by pixel. */
const isMatted = (mask: PlainValue): boolean => mask instanceof PlainStream && mask.dict.has('Matte');

/** How to read the image; nothing for one that Segl leaves as it is. */
function readable(file: PlainFile, dict: PlainDict, isMask: boolean): Samples | undefined {
  const get = (key: string) => file.follow(dict.get(key));
  const [across, down] = [get('Width'), get('Height')];
  if (typeof across !== 'number' || typeof down !== 'number' || across * down > mostPixels) return undefined;
  // A stencil, colours that stand for «see through», values turned round: exact samples mean something there.
  if (get('ImageMask') === true || isArray(get('Mask')) || get('Decode') !== null || dict.has('Alternates'))
    return undefined;
  const given = get('Filter');
  const filter = isArray(given) && given.length === 1 ? file.follow(given[0]) : given;
  const bits = get('BitsPerComponent');
  const space = spaceOf(file, dict.get('ColorSpace'));
  if (!space || typeof bits !== 'number') return undefined;
  const { colours, palette } = space;
  if (isMask && colours !== 1) return undefined;
  if (nameOf(filter) === 'DCTDecode')
    return bits === 8 && !palette && get('DecodeParms') === null && !isMask
      ? { coding: 'jpeg', colours, bits }
      : undefined;
  if (nameOf(filter) !== 'FlateDecode') return undefined;
  return bits === 8 || (palette && [1, 2, 4].includes(bits))
    ? { coding: 'flate', colours, bits, ...(palette && { palette }) }
    : undefined;
}

type Space = { readonly colours: 1 | 3; readonly palette?: Uint8Array };

/** Grey and RGB, by their device or described; a palette of RGB. Print colours and others are left alone. */
function spaceOf(file: PlainFile, value: PlainValue | undefined): Space | undefined {
  const space = file.follow(value);
  const name = nameOf(space);
  if (name === 'DeviceGray') return { colours: 1 };
  if (name === 'DeviceRGB') return { colours: 3 };
  if (!isArray(space)) return undefined;
  const [family, second, high, lookup] = space.map((one) => file.follow(one));
  const kind = nameOf(family);
  if (kind === 'CalGray') return { colours: 1 };
  if (kind === 'CalRGB') return { colours: 3 };
  if (kind === 'ICCBased') {
    const count = second instanceof PlainStream ? file.follow(second.dict.get('N')) : undefined;
    return count === 1 || count === 3 ? { colours: count } : undefined;
  }
  if (kind !== 'Indexed' || spaceOf(file, space[1])?.colours !== 3 || typeof high !== 'number')
    return undefined;
  const bytes = bytesOf(lookup);
  return bytes && bytes.length >= (high + 1) * 3 ? { colours: 1, palette: new Uint8Array(bytes) } : undefined;
}

function bytesOf(lookup: PlainValue | undefined): Buffer | undefined {
  if (lookup instanceof PlainText) return Buffer.from(lookup.bytes, 'latin1');
  return lookup instanceof PlainStream ? unpackStream(lookup) : undefined;
}

/** PDF/A lets device colours stand only where the file says what they look like. */
function allowsDeviceRgb(file: PlainFile): boolean {
  const metadata = file.follow(file.catalog.get('Metadata'));
  if (!(metadata instanceof PlainStream) || !unpackStream(metadata).includes('pdfaid')) return true;
  const intents = file.follow(file.catalog.get('OutputIntents'));
  return (isArray(intents) ? intents : []).some((one) => {
    const intent = file.follow(one);
    const profile = isDict(intent) ? file.follow(intent.get('DestOutputProfile')) : null;
    return profile instanceof PlainStream && file.follow(profile.dict.get('N')) === 3;
  });
}
