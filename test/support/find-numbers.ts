import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { inflateRawSync, inflateSync } from 'node:zlib';
import Database from 'better-sqlite3';

/**
 * Every place in these files where one of `numbers` can be read: plain, with a space, as UTF-16, in base64, and all of
 * that again inside every deflated stream. In a SQLite file each value is looked through by itself too, since a long one
 * is cut into pages.
 */
export function findNumbers(paths: readonly string[], numbers: readonly string[]): readonly string[] {
  const found: string[] = [];
  for (const path of paths.flatMap(filesIn)) {
    const bytes = readFileSync(path);
    const where = (place: string) => (number: string) => found.push(`${number} in ${path} (${place})`);
    searchDeep(bytes, numbers, where('file'));
    if (bytes.subarray(0, 15).toString('latin1') !== 'SQLite format 3') continue;
    for (const [place, value] of valuesOf(path)) searchDeep(value, numbers, where(place));
  }
  return [...new Set(found)];
}

const filesIn = (path: string): readonly string[] => {
  if (!existsSync(path)) return [];
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path).flatMap((name) => filesIn(join(path, name)));
};

function valuesOf(path: string): readonly (readonly [string, Buffer])[] {
  const database = new Database(path, { readonly: true });
  try {
    const tables = database.prepare("SELECT name FROM sqlite_schema WHERE type = 'table'").pluck().all();
    return tables.flatMap((table) => {
      const rows = database.prepare(`SELECT * FROM "${String(table)}"`).all() as Record<string, unknown>[];
      return rows.flatMap((row) =>
        Object.entries(row).flatMap(([column, value]): (readonly [string, Buffer])[] => {
          if (value instanceof Uint8Array) return [[`${table}.${column}`, Buffer.from(value)]];
          return typeof value === 'string' ? [[`${table}.${column}`, Buffer.from(value)]] : [];
        }),
      );
    });
  } finally {
    database.close();
  }
}

/** Which of these words can be read in the bytes, in any of the same ways. */
export function findInBytes(bytes: Buffer, words: readonly string[]): readonly string[] {
  const found = new Set<string>();
  searchDeep(bytes, words, (word) => found.add(word));
  return [...found];
}

function searchDeep(bytes: Buffer, numbers: readonly string[], found: (number: string) => void): void {
  search(bytes, numbers, found);
  for (const inflated of streamsOf(bytes)) search(inflated, numbers, found);
}

function search(bytes: Buffer, numbers: readonly string[], found: (number: string) => void): void {
  const text = bytes.toString('latin1');
  for (const number of numbers) if (formsOf(number).some((form) => text.includes(form))) found(number);
}

function formsOf(number: string): readonly string[] {
  const spaced = `${number.slice(0, 6)} ${number.slice(6)}`;
  const wide = [number, spaced].flatMap((form) => [
    Buffer.from(form, 'utf16le').toString('latin1'),
    Buffer.from(form, 'utf16le').swap16().toString('latin1'),
  ]);
  // In base64 the same bytes look different by where they begin; the ends also hold their neighbours.
  const encoded = [0, 1, 2].map((before) =>
    Buffer.concat([Buffer.alloc(before), Buffer.from(number)])
      .toString('base64')
      .slice(before === 0 ? 0 : before + 1, -4),
  );
  const hex = Buffer.from(number).toString('hex');
  return [number, spaced, ...wide, ...encoded, hex, hex.toUpperCase()];
}

/** Everything that a deflated stream beginning anywhere in the bytes unpacks to. */
function* streamsOf(bytes: Buffer): Generator<Buffer> {
  for (let at = bytes.indexOf(0x78); at >= 0; at = bytes.indexOf(0x78, at + 1)) {
    if (((bytes[at] ?? 0) * 256 + (bytes[at + 1] ?? 0)) % 31 !== 0) continue;
    const inflated = unpack(() => inflateSync(bytes.subarray(at), { finishFlush: 2 }));
    if (inflated) yield inflated;
  }
  for (let at = bytes.indexOf('PK\u0003\u0004'); at >= 0; at = bytes.indexOf('PK\u0003\u0004', at + 1)) {
    const name = bytes.readUInt16LE(at + 26) + bytes.readUInt16LE(at + 28);
    const inflated = unpack(() => inflateRawSync(bytes.subarray(at + 30 + name), { finishFlush: 2 }));
    if (inflated) yield inflated;
  }
}

const unpack = (work: () => Buffer): Buffer | undefined => {
  try {
    return work();
  } catch {
    return undefined;
  }
};
