import { spawn } from 'node:child_process';
import { once } from 'node:events';
import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { fieldChanged } from '../../../domain/change-log.ts';
import { connect } from '../../../main/adapters/store/connection.ts';
import { openArchiveStore } from '../../../main/adapters/store/open-archive-store.ts';
import { serialiseChanges } from '../../../main/adapters/store/run-changes.ts';
import { StoreFault } from '../../../main/ports/archive/store-fault.ts';
import {
  addDocument,
  at,
  by,
  caseWithEntry,
  newCase,
  newEntry,
  newJob,
  openSample,
  sha256,
} from './support/sample.ts';

test('a change that throws in the middle leaves nothing', async () => {
  const store = await openSample();
  const { entry, file } = await caseWithEntry(store);
  const before = new Database(store.path, { readonly: true });
  const rows = () =>
    (
      before
        .prepare("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'search_index_%'")
        .pluck()
        .all() as string[]
    ).map((name) => [name, before.prepare(`SELECT count(*) FROM "${name}"`).pluck().get()]);
  const untouched = rows();
  await expect(
    store.change(async (archive) => {
      const other = await archive.addCase(newCase());
      await archive.addEntry(newEntry(other.id));
      await addDocument(archive, entry.id, 'H', 'Avtale');
      await archive.changeCase(file.id, { title: 'Annet' });
      await archive.addJob(await newJob(archive, entry));
      await archive.log({
        subject: 'entry',
        subjectId: entry.id,
        ...fieldChanged('tittel', 'a', 'b'),
        at,
        by,
      });
      throw new Error('power cut');
    }),
  ).rejects.toThrow('power cut');
  expect(rows()).toEqual(untouched);
  before.close();
  expect((await store.read.findCase(file.id))?.title).toBe(file.title);
});

test('reading sees committed state while a change is under way, and the change sees itself', async () => {
  const store = await openSample();
  const { file } = await caseWithEntry(store);
  await store.change(async (archive) => {
    await archive.changeCase(file.id, { title: 'Ny tittel' });
    expect((await archive.findCase(file.id))?.title).toBe('Ny tittel');
    expect((await store.read.findCase(file.id))?.title).toBe(file.title);
  });
  expect((await store.read.findCase(file.id))?.title).toBe('Ny tittel');
});

test('a change waits for the one before it, also when that one fails', async () => {
  const store = await openSample();
  const order: string[] = [];
  const first = store.change(async (archive) => {
    order.push('first begins');
    await archive.users();
    order.push('first ends');
    throw new Error('no');
  });
  const second = store.change(async () => {
    order.push('second');
  });
  await expect(first).rejects.toThrow('no');
  await second;
  expect(order).toEqual(['first begins', 'first ends', 'second']);
});

test('a change inside a change is refused instead of waiting for itself', async () => {
  const store = await openSample();
  await expect(store.change(() => store.change(async () => 1))).rejects.toThrow(/inside a change/);
});

test('a writer that outlives its change writes nothing', async () => {
  const store = await openSample();
  const kept = await store.change(async (archive) => archive);
  await expect(kept.addCase(newCase())).rejects.toThrow(/over/);
  await expect(kept.users()).rejects.toThrow(/over/);
});

test('a write nobody waited for is still whole in its change', async () => {
  const store = await openSample();
  const { file } = await caseWithEntry(store);
  await store.change(async (archive) => {
    void archive.changeCase(file.id, { title: 'Uventet' });
  });
  expect((await store.read.findCase(file.id))?.title).toBe('Uventet');
});

test('another process that holds the lock makes a fault that says so', async () => {
  const store = await openSample();
  const other = new Database(store.path);
  other.exec('BEGIN IMMEDIATE');
  const fault = await store.change(async () => 1).catch((reason: unknown) => reason);
  other.exec('ROLLBACK');
  other.close();
  expect(fault).toBeInstanceOf(StoreFault);
  expect(fault).toMatchObject({ kind: 'locked' });
  expect(await store.change(async () => 2)).toBe(2);
}, 20_000);

test('a full disk is told as such, and keeps nothing of the change, not even what follows the fault', async () => {
  const store = await openSample();
  const { file } = await caseWithEntry(store);
  await store.close();
  const sqlite = connect(store.path, { readOnly: false });
  sqlite.pragma(`max_page_count = ${Number(sqlite.pragma('page_count', { simple: true })) + 3}`);
  const faults: unknown[] = [];
  const change = serialiseChanges(sqlite).run(async (archive) => {
    await archive.changeCase(file.id, { title: 'Ny tittel' });
    for (let n = 0; n < 3; n += 1)
      await archive
        .putFile(sha256(new Uint8Array(50_000 + n)), new Uint8Array(50_000 + n), at)
        .catch((reason: unknown) => faults.push(reason));
    await archive.changeCase(file.id, { title: 'Nyeste tittel' });
  });
  const outcome = await change.then(
    () => 'kept',
    () => 'refused',
  );
  sqlite.close();
  expect(faults[0]).toMatchObject({ kind: 'disk-full' });
  const again = await openArchiveStore(store.path);
  expect((await again.read.findCase(file.id))?.title).toBe(outcome === 'kept' ? 'Nyeste tittel' : file.title);
  await again.close();
});

test('work that a change set off may begin a change of its own when the first is over', async () => {
  const store = await openSample();
  const { file } = await caseWithEntry(store);
  let later: Promise<unknown> = Promise.resolve();
  let tellOver = () => {};
  const over = new Promise<void>((resolve) => {
    tellOver = resolve;
  });
  await store.change(async (archive) => {
    later = over.then(() => store.change((next) => next.changeCase(file.id, { title: 'Senere' })));
    await archive.changeCase(file.id, { title: 'Først' });
  });
  tellOver();
  await later;
  expect((await store.read.findCase(file.id))?.title).toBe('Senere');
});

const storeModule = new URL('../../../main/adapters/store/open-archive-store.ts', import.meta.url).href;
const inChild = `
  const [module, path, caseId, when] = process.argv.slice(1);
  const { openArchiveStore } = await import(module);
  const store = await openArchiveStore(path);
  const change = store.change(async (archive) => {
    for (let n = 0; n < 200; n += 1)
      await archive.changeCase(caseId, { title: 'Ny tittel ' + n + 'x'.repeat(20_000) });
    await archive.changeCase(caseId, { title: 'Ny tittel' });
    if (when === 'within') {
      process.stdout.write('ready');
      await new Promise((resolve) => setTimeout(resolve, 60_000));
    }
  });
  await change;
  process.stdout.write('ready');
  setInterval(() => {}, 60_000);
`;

test.each([
  ['within', 'Ansettelse av lærer'],
  ['after', 'Ny tittel'],
])('a process killed %s a change leaves the case called %s', async (when, title) => {
  const store = await openSample();
  const { file } = await caseWithEntry(store);
  await store.close();
  const child = spawn(
    process.execPath,
    ['--input-type=module', '-e', inChild, storeModule, store.path, file.id, when],
    {
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  );
  const said = await Promise.race([once(child.stdout, 'data'), once(child, 'exit')]);
  expect(String(said[0])).toBe('ready');
  child.kill('SIGKILL');
  await once(child, 'exit');
  const again = await openArchiveStore(store.path);
  expect((await again.read.findCase(file.id))?.title).toBe(title);
  await again.close();
  const raw = new Database(store.path, { readonly: true });
  expect(raw.pragma('integrity_check', { simple: true })).toBe('ok');
  raw.close();
});
