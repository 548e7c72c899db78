import { readdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { type Migration, migrate, readMigrations } from '../../../main/adapters/store/migrate.ts';
import { archiveAtVersion } from './support/at-version.ts';

const withNext = async (...sql: readonly string[]): Promise<readonly Migration[]> => {
  const known = await readMigrations();
  return [
    ...known,
    ...sql.map((text, index) => ({ number: known.length + index + 1, name: 'next.sql', sql: text })),
  ];
};

test('migrations are numbered without gaps from 0001', async () => {
  const migrations = await readMigrations();
  expect(migrations.map((migration) => migration.number)).toEqual(migrations.map((_, index) => index + 1));
  expect(migrations.length).toBeGreaterThan(0);
});

test('a new archive is migrated without a copy, an archive in use is copied first', async () => {
  const migrations = await withNext(
    'CREATE TABLE extra (name TEXT) STRICT',
    'CREATE TABLE more (name TEXT) STRICT',
  );
  const next = migrations.length - 1;
  const { path, sqlite } = await archiveAtVersion(0);
  await migrate(sqlite, path, migrations.slice(0, -2));
  const copies = async () => (await readdir(dirname(path))).filter((name) => name.includes('before'));
  expect(await copies()).toEqual([]);
  await migrate(sqlite, path, migrations);
  expect(sqlite.pragma('user_version', { simple: true })).toBe(migrations.length);
  const copy = `archive.db.before-${String(next).padStart(4, '0')}`;
  expect(await copies()).toEqual([copy]);
  const kept = new Database(`${dirname(path)}/${copy}`, { readonly: true });
  expect(kept.pragma('user_version', { simple: true })).toBe(next - 1);
  expect(kept.pragma('integrity_check', { simple: true })).toBe('ok');
  kept.close();
});

test('a migration that fails leaves the archive at the version before, and can be tried again', async () => {
  const known = await readMigrations();
  const { path, sqlite } = await archiveAtVersion(known.length);
  const broken = await withNext(
    'CREATE TABLE extra (name TEXT) STRICT',
    'CREATE TABLE half (n INTEGER) STRICT; SELECT no_such_column FROM half',
  );
  await expect(migrate(sqlite, path, broken)).rejects.toThrow(/no_such_column/);
  expect(sqlite.pragma('user_version', { simple: true })).toBe(known.length + 1);
  expect(sqlite.prepare("SELECT count(*) FROM sqlite_schema WHERE name = 'half'").pluck().get()).toBe(0);
  const mended = await withNext('-- taken already', 'CREATE TABLE half (n INTEGER) STRICT');
  await migrate(sqlite, path, mended);
  expect(sqlite.pragma('user_version', { simple: true })).toBe(mended.length);
});
