/** D50-adapted primaries of sRGB (IEC 61966-2-1) and the D50 white point, as ICC.1:2001 wants them. */
const primaries = {
  rXYZ: [0.43607, 0.22249, 0.01392],
  gXYZ: [0.38515, 0.71687, 0.09708],
  bXYZ: [0.14307, 0.06061, 0.7141],
  wtpt: [0.9642, 1, 0.82491],
} as const;
const curvePoints = 1024;
const name = 'sRGB IEC61966-2-1';

/** A small ICC version 2 display profile of sRGB, for the output intent that PDF/A asks for. */
export function srgbProfile(): Uint8Array {
  const curve = Buffer.alloc(12 + curvePoints * 2);
  curve.write('curv', 0);
  curve.writeUInt32BE(curvePoints, 8);
  for (let at = 0; at < curvePoints; at += 1) {
    const value = at / (curvePoints - 1);
    const linear = value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
    curve.writeUInt16BE(Math.round(linear * 65535), 12 + at * 2);
  }
  const elements = new Map<string, Buffer>([
    ['desc', nameElement()],
    ['cprt', Buffer.from('text\0\0\0\0No copyright, use freely\0', 'latin1')],
    ...Object.entries(primaries).map(([tag, xyz]): [string, Buffer] => [tag, xyzElement(xyz)]),
  ]);
  const tags = [...elements.keys(), 'rTRC', 'gTRC', 'bTRC'];
  const table = Buffer.alloc(4 + tags.length * 12);
  table.writeUInt32BE(tags.length, 0);
  const blocks: Buffer[] = [];
  let offset = 128 + table.length;
  const place = (block: Buffer): number => {
    const at = offset;
    const padded = Buffer.concat([block, Buffer.alloc((4 - (block.length % 4)) % 4)]);
    blocks.push(padded);
    offset += padded.length;
    return at;
  };
  // The three curves are one block that three tags point to.
  const curveAt = place(curve);
  for (const [index, tag] of tags.entries()) {
    const element = elements.get(tag);
    const at = element ? place(element) : curveAt;
    table.write(tag, 4 + index * 12);
    table.writeUInt32BE(at, 8 + index * 12);
    table.writeUInt32BE((element ?? curve).length, 12 + index * 12);
  }
  return new Uint8Array(Buffer.concat([header(offset), table, ...blocks]));
}

function header(size: number): Buffer {
  const bytes = Buffer.alloc(128);
  bytes.writeUInt32BE(size, 0);
  bytes.writeUInt32BE(0x02100000, 8);
  bytes.write('mntrRGB XYZ ', 12);
  for (const [index, part] of [2026, 1, 1, 0, 0, 0].entries()) bytes.writeUInt16BE(part, 24 + index * 2);
  bytes.write('acsp', 36);
  writeXyz(bytes, primaries.wtpt, 68);
  return bytes;
}

function nameElement(): Buffer {
  const text = Buffer.from(`${name}\0`, 'latin1');
  const block = Buffer.alloc(12 + text.length + 78);
  block.write('desc', 0);
  block.writeUInt32BE(text.length, 8);
  text.copy(block, 12);
  return block;
}

function xyzElement(xyz: readonly number[]): Buffer {
  const block = Buffer.alloc(20);
  block.write('XYZ ', 0);
  writeXyz(block, xyz, 8);
  return block;
}

function writeXyz(into: Buffer, xyz: readonly number[], at: number): void {
  for (const [index, value] of xyz.entries()) into.writeInt32BE(Math.round(value * 65536), at + index * 4);
}
