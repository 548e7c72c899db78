/** A TrueType font of two glyphs: the missing one, empty, and a box between the corners, in units. */
export function writeFont(
  box: { readonly bottom: number; readonly top: number },
  unitsPerEm = 1000,
): Uint8Array {
  const glyph = words(1, 0, box.bottom, 20_000, box.top, 3, 0);
  // Four points on the curve, each with both distances in two bytes.
  const flags = Buffer.from([1, 1, 1, 1]);
  const across = words(0, 20_000, 0, -20_000);
  const up = words(box.bottom, 0, box.top - box.bottom, 0);
  const outline = Buffer.concat([glyph, flags, across, up]);
  const head = Buffer.concat([
    words(1, 0, 1, 0, 0, 0, 0x5f0f, 0x3cf5, 0, unitsPerEm),
    Buffer.alloc(16),
    words(0, box.bottom, 20_000, box.top, 0, 8, 2, 1, 0),
  ]);
  const hhea = Buffer.concat([words(1, 0, 800, -200, 0, 500), Buffer.alloc(22), words(2)]);
  const maxp = Buffer.concat([words(1, 0, 2, 4, 1, 0, 0, 1), Buffer.alloc(16)]);
  const cmap = Buffer.concat([words(0, 1, 1, 0, 0, 12, 0, 262, 0), Buffer.alloc(256, 1)]);
  const loca = Buffer.alloc(12);
  loca.writeUInt32BE(outline.length, 8);
  return writeTables({ cmap, glyf: outline, head, hhea, hmtx: words(500, 0, 500, 0), loca, maxp });
}

function writeTables(tables: Readonly<Record<string, Buffer>>): Uint8Array {
  const entries = Object.entries(tables);
  const start = Buffer.concat([words(1, 0, entries.length, 64, 2, 48)]);
  const list: Buffer[] = [];
  const bodies: Buffer[] = [];
  let at = start.length + entries.length * 16;
  for (const [tag, body] of entries) {
    const entry = Buffer.alloc(16);
    entry.write(tag, 'latin1');
    entry.writeUInt32BE(at, 8);
    entry.writeUInt32BE(body.length, 12);
    list.push(entry);
    const padded = Buffer.concat([body, Buffer.alloc((4 - (body.length % 4)) % 4)]);
    bodies.push(padded);
    at += padded.length;
  }
  return Buffer.concat([start, ...list, ...bodies]);
}

/** Numbers of 16 bits, signed or not. */
const words = (...values: readonly number[]): Buffer => {
  const bytes = Buffer.alloc(values.length * 2);
  for (const [place, value] of values.entries()) bytes.writeUInt16BE(value & 0xffff, place * 2);
  return bytes;
};
