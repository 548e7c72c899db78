import { chmod, readdir, readFile, rename, rm } from 'node:fs/promises';
import type { Database } from 'better-sqlite3';
import { StoreFault } from '../../ports/archive/store-fault.ts';
import { prepareForWriting } from './connection.ts';
import { copyArchive } from './copy-archive.ts';
import { guarded } from './store-faults.ts';

/** `SEGL` in ASCII: tells our archives from other SQLite files. */
export const applicationId = 0x5345474c;

export type Migration = { readonly number: number; readonly name: string; readonly sql: string };

/** The whole history in order, from the folder beside this file. */
export async function readMigrations(): Promise<readonly Migration[]> {
  const folder = new URL('./migrations/sqlite/', import.meta.url);
  const names = (await readdir(folder)).filter((name) => /^\d{4}-.+\.sql$/.test(name)).sort();
  return Promise.all(
    names.map(async (name, index) => {
      if (Number(name.slice(0, 4)) !== index + 1) throw new Error(`migration out of order: ${name}`);
      return { number: index + 1, name, sql: await readFile(new URL(name, folder), 'utf8') };
    }),
  );
}

/** How many migrations the archive has taken. Throws {@link StoreFault} on a file that is not ours to open. */
export function archiveVersion(sqlite: Database, known: number): number {
  const version = Number(sqlite.pragma('user_version', { simple: true }));
  const owner = Number(sqlite.pragma('application_id', { simple: true }));
  const tables = sqlite.prepare('SELECT count(*) FROM sqlite_schema').pluck().get();
  const isNew = version === 0 && owner === 0 && tables === 0;
  if (!isNew && owner !== applicationId) throw new StoreFault('not-an-archive');
  if (version > known) throw new StoreFault('newer-archive');
  return version;
}

/**
 * Takes the archive to the newest version, one transaction per migration with its number. An archive that holds
 * something is copied to `<path>.before-NNNN` first.
 */
export async function migrate(
  sqlite: Database,
  path: string,
  migrations: readonly Migration[],
): Promise<void> {
  const version = guarded(() => archiveVersion(sqlite, migrations.length));
  prepareForWriting(sqlite);
  const [first] = migrations.slice(version);
  if (!first) return;
  if (version > 0) await keepCopy(path, `${path}.before-${String(first.number).padStart(4, '0')}`);
  // A table that is made anew is dropped on the way; what refers to it is checked whole before each is kept.
  sqlite.pragma('foreign_keys = OFF');
  try {
    for (const migration of migrations.slice(version)) takeOne(sqlite, migration);
  } finally {
    sqlite.pragma('foreign_keys = ON');
  }
}

const takeOne = (sqlite: Database, migration: Migration): void =>
  guarded(() =>
    sqlite
      .transaction(() => {
        // Another process may have migrated while we waited for the lock.
        if (Number(sqlite.pragma('user_version', { simple: true })) >= migration.number) return;
        sqlite.exec(migration.sql);
        sqlite.pragma(`application_id = ${applicationId}`);
        sqlite.pragma(`user_version = ${migration.number}`);
        const dangling = sqlite.pragma('foreign_key_check');
        if (Array.isArray(dangling) && dangling.length > 0)
          throw new StoreFault(
            'damaged',
            `${migration.name} leaves ${dangling.length} references that lead nowhere`,
          );
      })
      .immediate(),
  );

async function keepCopy(path: string, copy: string): Promise<void> {
  const unfinished = `${copy}.part`;
  await rm(unfinished, { force: true });
  await copyArchive(path, unfinished);
  await chmod(unfinished, 0o600);
  await rename(unfinished, copy);
}
