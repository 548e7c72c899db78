import { constants, crc32, inflateSync } from 'node:zlib';

/** Pixels beyond this are no scan or photo, but a trap for memory. */
const mostPixels = 120_000_000;

export type JpegFacts = {
  /** 1 grey, 3 colour, 4 print colours. */
  readonly components: number;
  /** EXIF orientation, 1 to 8: how the picture must be turned to be seen upright. */
  readonly orientation: number;
};

/** Reads a PNG's parts to the end. Throws where one is broken, missing or too large. */
export function checkPng(bytes: Uint8Array): void {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  const packed: Buffer[] = [];
  let ended = false;
  for (let at = 8; !ended; ) {
    const length = file.readUInt32BE(at);
    const type = file.toString('latin1', at + 4, at + 8);
    const body = file.subarray(at + 8, at + 8 + length);
    if (crc32(file.subarray(at + 4, at + 8 + length)) !== file.readUInt32BE(at + 8 + length)) {
      throw new Error(`PNG part ${type} is damaged`);
    }
    if (type === 'IHDR') refuseTooLarge(body.readUInt32BE(0), body.readUInt32BE(4));
    if (type === 'IDAT') packed.push(body);
    ended = type === 'IEND';
    at += length + 12;
  }
  inflateSync(Buffer.concat(packed), { finishFlush: constants.Z_FINISH, maxOutputLength: mostPixels * 8 });
}

/** Reads a JPEG's marks up to its picture, and that the picture has an end. Throws where it is broken. */
export function checkJpeg(bytes: Uint8Array): JpegFacts {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  let [components, orientation] = [0, 1];
  for (let at = 2; ; ) {
    while (file.readUInt8(at) === 0xff && file.readUInt8(at + 1) === 0xff) at += 1;
    const mark = file.readUInt16BE(at);
    const length = file.readUInt16BE(at + 2);
    const body = file.subarray(at + 4, at + 2 + length);
    if (mark < 0xff00 || length < 2) throw new Error('JPEG is damaged');
    if (mark === 0xffe1 && body.toString('latin1', 0, 6) === 'Exif\0\0') {
      orientation = readOrientation(body.subarray(6));
    }
    if (mark >= 0xffc0 && mark <= 0xffcf && ![0xffc4, 0xffc8, 0xffcc].includes(mark)) {
      refuseTooLarge(body.readUInt16BE(3), body.readUInt16BE(1));
      components = body.readUInt8(5);
    }
    at += 2 + length;
    // Start of the picture: from here there is only its data, up to the end mark.
    if (mark === 0xffda) {
      if (components === 0 || file.indexOf(Buffer.from([0xff, 0xd9]), at) < 0)
        throw new Error('JPEG is cut off');
      return { components, orientation };
    }
  }
}

function refuseTooLarge(width: number, height: number): void {
  if (width === 0 || height === 0 || width * height > mostPixels) {
    throw new Error(`picture of ${width} by ${height}`);
  }
}

/** Tag 0x0112 of the first directory; 1 where it is absent or makes no sense. */
function readOrientation(tiff: Buffer): number {
  try {
    const little = tiff.toString('latin1', 0, 2) === 'II';
    const short = (at: number) => (little ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at));
    const start = little ? tiff.readUInt32LE(4) : tiff.readUInt32BE(4);
    const entries = short(start);
    for (let entry = 0; entry < entries; entry += 1) {
      const at = start + 2 + entry * 12;
      if (short(at) !== 0x0112) continue;
      const value = short(at + 8);
      return value >= 1 && value <= 8 ? value : 1;
    }
  } catch {
    // EXIF is often broken; the picture itself need not be.
  }
  return 1;
}
