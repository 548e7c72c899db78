import { crc32, deflateSync } from 'node:zlib';

/** A PNG in one colour; `alpha` below 255 makes it see-through. */
export function makePng(width: number, height: number, alpha?: number): Uint8Array {
  const channels = alpha === undefined ? [200, 30, 30] : [200, 30, 30, alpha];
  const row = Buffer.from([0, ...Array.from({ length: width }, () => channels).flat()]);
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, alpha === undefined ? 2 : 6, 0, 0, 0], 8);
  const pixels = deflateSync(Buffer.concat(Array.from({ length: height }, () => row)));
  const parts = [part('IHDR', head), part('IDAT', pixels), part('IEND', Buffer.alloc(0))];
  return new Uint8Array(Buffer.concat([Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), ...parts]));
}

function part(type: string, body: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), body]);
  const numbers = Buffer.alloc(8);
  numbers.writeUInt32BE(body.length, 0);
  numbers.writeUInt32BE(crc32(named), 4);
  return Buffer.concat([numbers.subarray(0, 4), named, numbers.subarray(4)]);
}

/** The marks of a grey JPEG of 16 by 8 pixels, light all over. `orientation` as EXIF writes it. */
export function makeJpeg(orientation?: number): Uint8Array {
  const segment = (mark: number, body: readonly number[]): readonly number[] => [
    0xff,
    mark,
    (body.length + 2) >> 8,
    (body.length + 2) & 0xff,
    ...body,
  ];
  const exif = [
    ...Buffer.from('Exif\0\0MM\0*', 'latin1'),
    ...[0, 0, 0, 8, 0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation ?? 1, 0, 0, 0, 0, 0, 0],
  ];
  return new Uint8Array([
    ...[0xff, 0xd8],
    ...(orientation === undefined ? [] : segment(0xe1, exif)),
    ...segment(0xdb, [0, ...Array.from({ length: 64 }, () => 8)]),
    ...segment(0xc0, [8, 0, 8, 0, 16, 1, 1, 0x11, 0]),
    // One code each: difference of category 0, end of block.
    ...segment(0xc4, [0x00, 1, ...Array.from({ length: 15 }, () => 0), 0]),
    ...segment(0xc4, [0x10, 1, ...Array.from({ length: 15 }, () => 0), 0]),
    ...segment(0xda, [1, 1, 0, 0, 63, 0]),
    ...[0b0000_1111, 0xff, 0xd9],
  ]);
}
