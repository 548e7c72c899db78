type Table = { readonly tag: string; readonly entry: number; readonly bytes: Buffer };

/**
 * A TrueType font whose outlines each begin at an even place. The subsetting library halves the places of small
 * subsets, as the short form of the `loca` table does, and would lose letters of a font that packs them tighter.
 */
export function alignGlyphs(font: Uint8Array): Uint8Array {
  const file = Buffer.from(font.buffer, font.byteOffset, font.length);
  const tables = readTables(file);
  const bytesOf = (tag: string): Buffer => {
    const found = tables.find((table) => table.tag === tag);
    if (!found) throw new Error(`font has no ${tag} table`);
    return found.bytes;
  };
  const head = Buffer.from(bytesOf('head'));
  const long = head.readInt16BE(50) === 1;
  const [glyf, loca] = [bytesOf('glyf'), bytesOf('loca')];
  const places = Array.from({ length: loca.length / (long ? 4 : 2) }, (_, at) =>
    long ? loca.readUInt32BE(at * 4) : loca.readUInt16BE(at * 2) * 2,
  );
  const newLoca = Buffer.alloc(places.length * 4);
  const glyphs: Buffer[] = [];
  let offset = 0;
  for (const [at, place] of places.entries()) {
    newLoca.writeUInt32BE(offset, at * 4);
    const next = places[at + 1];
    if (next === undefined) continue;
    const glyph = padded(glyf.subarray(place, next));
    glyphs.push(glyph);
    offset += glyph.length;
  }
  head.writeInt16BE(1, 50);
  return write(
    file,
    tables,
    new Map([
      ['head', head],
      ['loca', newLoca],
      ['glyf', Buffer.concat(glyphs)],
    ]),
  );
}

function readTables(file: Buffer): readonly Table[] {
  return Array.from({ length: file.readUInt16BE(4) }, (_, at) => {
    const entry = 12 + at * 16;
    const start = file.readUInt32BE(entry + 8);
    const bytes = file.subarray(start, start + file.readUInt32BE(entry + 12));
    return { tag: file.toString('latin1', entry, entry + 4), entry, bytes };
  });
}

function write(file: Buffer, tables: readonly Table[], changed: ReadonlyMap<string, Buffer>): Uint8Array {
  const directory = Buffer.from(file.subarray(0, 12 + tables.length * 16));
  const parts: Buffer[] = [directory];
  let offset = directory.length;
  for (const { tag, entry, bytes } of tables) {
    const body = changed.get(tag) ?? bytes;
    directory.writeUInt32BE(offset, entry + 8);
    directory.writeUInt32BE(body.length, entry + 12);
    const part = padded(body);
    parts.push(part);
    offset += part.length;
  }
  return new Uint8Array(Buffer.concat(parts));
}

const padded = (bytes: Buffer): Buffer => Buffer.concat([bytes, Buffer.alloc((4 - (bytes.length % 4)) % 4)]);
