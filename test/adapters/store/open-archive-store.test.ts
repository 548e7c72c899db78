import { copyFile, open, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { prepareForWriting, requireSqlite } from '../../../main/adapters/store/connection.ts';
import { openArchiveStore } from '../../../main/adapters/store/open-archive-store.ts';
import { StoreFault } from '../../../main/ports/archive/store-fault.ts';
import { actorIn } from '../../support/actor.ts';
import { caseWithEntry, identity, newCase, openSample, temporaryFolder } from './support/sample.ts';

test('a missing archive is made, founded once, and readable by its owner only', async () => {
  const path = join(await temporaryFolder(), 'deep', 'archive.db');
  const store = await openArchiveStore(path, { create: identity });
  expect(await store.read.identity()).toEqual(identity);
  if (process.platform !== 'win32') expect((await stat(path)).mode & 0o777).toBe(0o600);
  await store.close();
  const again = await openArchiveStore(path, { create: { ...identity, title: 'En annen' } });
  expect(await again.read.identity()).toEqual(identity);
  await again.close();
});

test('a closed archive is one file', async () => {
  const store = await openSample();
  await caseWithEntry(store);
  await store.close();
  expect(await readdir(dirname(store.path))).toEqual(['archive.db']);
});

test('an archive opened for reading is read, and refuses changes', async () => {
  const store = await openSample();
  const { file } = await caseWithEntry(store);
  const reading = await openArchiveStore(store.path, { readOnly: true });
  expect(await reading.read.findCaseByNumber('2026/1')).toEqual(file);
  await expect(reading.change(async () => 1)).rejects.toMatchObject({ kind: 'read-only' });
  await reading.close();
});

test('opening for reading makes no archive', async () => {
  const path = join(await temporaryFolder(), 'archive.db');
  await expect(openArchiveStore(path, { readOnly: true })).rejects.toMatchObject({ kind: 'not-an-archive' });
  await expect(stat(path)).rejects.toThrow(/ENOENT/);
});

test('a file that is no database is refused and left alone', async () => {
  const path = join(await temporaryFolder(), 'archive.db');
  await writeFile(
    path,
    'this is a letter, and long enough to be read as a page of something else'.repeat(100),
  );
  await expect(openArchiveStore(path)).rejects.toMatchObject({ kind: 'not-an-archive' });
  expect(await readdir(dirname(path))).toEqual(['archive.db']);
});

test('the database of another program is refused and left alone', async () => {
  const path = join(await temporaryFolder(), 'archive.db');
  const foreign = new Database(path);
  foreign.exec('CREATE TABLE recipe (name TEXT)');
  foreign.close();
  await expect(openArchiveStore(path)).rejects.toMatchObject({ kind: 'not-an-archive' });
  const raw = new Database(path, { readonly: true });
  expect(raw.prepare('SELECT name FROM sqlite_schema').pluck().all()).toEqual(['recipe']);
  expect(raw.pragma('journal_mode', { simple: true })).toBe('delete');
  raw.close();
});

test('an archive from a newer program is refused', async () => {
  const store = await openSample();
  await store.close();
  const raw = new Database(store.path);
  raw.pragma('user_version = 9000');
  raw.close();
  await expect(openArchiveStore(store.path)).rejects.toMatchObject({ kind: 'newer-archive' });
  await expect(openArchiveStore(store.path, { readOnly: true })).rejects.toMatchObject({
    kind: 'newer-archive',
  });
});

test('a copy taken while the archive is written to is whole', async () => {
  const store = await openSample();
  await caseWithEntry(store);
  const copy = join(dirname(store.path), 'copy.db');
  const backup = store.backup(copy);
  for (let n = 0; n < 20; n += 1) await store.change((archive) => archive.addCase(newCase()));
  await backup;
  if (process.platform !== 'win32') expect((await stat(copy)).mode & 0o777).toBe(0o600);
  const copied = await openArchiveStore(copy);
  expect((await copied.read.findCaseByNumber('2026/1'))?.title).toBe('Ansettelse av lærer');
  await copied.close();
  const raw = new Database(copy, { readonly: true });
  expect(raw.pragma('integrity_check', { simple: true })).toBe('ok');
  raw.close();
});

test('a copy never overwrites a file', async () => {
  const store = await openSample();
  const copy = join(dirname(store.path), 'copy.db');
  await writeFile(copy, 'precious');
  await expect(store.backup(copy)).rejects.toThrow(/EEXIST/);
});

test('a damaged page is reported as damage', async () => {
  const store = await openSample();
  await caseWithEntry(store);
  await store.close();
  const broken = join(dirname(store.path), 'broken.db');
  await copyFile(store.path, broken);
  const raw = new Database(broken);
  const root = Number(
    raw.prepare("SELECT rootpage FROM sqlite_schema WHERE name = 'journal_entry'").pluck().get(),
  );
  raw.close();
  const file = await open(broken, 'r+');
  await file.write(Buffer.alloc(4096, 0x5a), 0, 4096, (root - 1) * 4096);
  await file.close();
  const opened = await openArchiveStore(broken);
  const actor = actorIn('Personal', ['caseworker']);
  const fault = await opened.read.basketCounts(actor).catch((reason: unknown) => reason);
  expect(fault).toBeInstanceOf(StoreFault);
  expect(fault).toMatchObject({ kind: 'damaged' });
  await opened.close();
});

test('a place without a write-ahead log is refused, by what SQLite answers', async () => {
  // In memory there is none: SQLite says «memory» and goes on as if nothing were wrong.
  const sqlite = new Database(':memory:');
  expect(() => prepareForWriting(sqlite)).toThrow(expect.objectContaining({ kind: 'unsafe-place' }));
  sqlite.close();
});
test.each([
  ['3.51.3', true],
  ['3.51.10', true],
  ['3.54.1', true],
  ['4.0.0', true],
  ['3.51.2', false],
  ['3.50.9', false],
  ['2.99.9', false],
])('SQLite %s is new enough: %s', (version, enough) => {
  const required = () => requireSqlite(version);
  if (enough) expect(required).not.toThrow();
  else expect(required).toThrow(expect.objectContaining({ kind: 'old-sqlite' }));
});

test('an archive file that has become empty is damaged, and not a new one', async () => {
  const path = join(await temporaryFolder(), 'archive.db');
  await writeFile(path, '');
  await expect(openArchiveStore(path)).rejects.toMatchObject({ kind: 'damaged' });
  expect((await stat(path)).size).toBe(0);
});

test('an archive that was cut off or written over, wherever, opens or is said to be damaged', async () => {
  const store = await openSample();
  await caseWithEntry(store);
  await store.close();
  const whole = await readFile(store.path);
  const folder = await temporaryFolder();
  const lengths = [1, 15, 16, 99, 100, 1000, 4095, 4096, 4097, ...tenths(whole.length)];
  const spoilt = [
    ...lengths.map((length) => whole.subarray(0, length)),
    ...[0, 16, 18, 20, 24, 28, 44, 56, 92, 100, 105, 4096, 8192].map((at) => flipped(whole, at)),
  ];
  const outcomes = new Set<string>();
  for (const [at, bytes] of spoilt.entries()) {
    const path = join(folder, `${at}.db`);
    await writeFile(path, bytes);
    outcomes.add(await triedArchive(path));
  }
  expect(
    [...outcomes].filter((one) => !/^(opens|damaged|not-an-archive|newer-archive|read-only)$/.test(one)),
  ).toEqual([]);
  expect(outcomes).toContain('not-an-archive');
  expect(outcomes).toContain('damaged');
});

const tenths = (length: number) =>
  [1, 2, 3, 4, 5, 6, 7, 8, 9].map((tenth) => Math.floor((length * tenth) / 10));
function flipped(bytes: Buffer, at: number): Buffer {
  const copy = Buffer.from(bytes);
  for (let byte = at; byte < at + 4; byte += 1) copy[byte] = (copy[byte] ?? 0) ^ 0xff;
  return copy;
}
/** How the store says it, or what it lets through that no sentence fits. */
async function triedArchive(path: string): Promise<string> {
  let opened: Awaited<ReturnType<typeof openArchiveStore>> | undefined;
  try {
    opened = await openArchiveStore(path);
    await opened.read.identity();
    await opened.read.users();
    return 'opens';
  } catch (fault) {
    return fault instanceof StoreFault ? fault.kind : String(fault);
  } finally {
    await opened?.close().catch(() => undefined);
  }
}
