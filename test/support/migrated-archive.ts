import { rmSync } from 'node:fs';
import { copyFile, mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connect } from '../../main/adapters/store/connection.ts';
import { migrate, readMigrations } from '../../main/adapters/store/migrate.ts';

let migrated: Promise<string> | undefined;

/**
 * Puts an archive file at `path` that has every migration and nothing else, so that a test does not migrate one of its
 * own: made once in this process and copied. The migrations have tests of their own.
 */
export async function copyMigratedArchive(path: string): Promise<void> {
  migrated ??= makeMigratedArchive();
  await copyFile(await migrated, path);
}

async function makeMigratedArchive(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'segl-mal-'));
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  const path = join(folder, 'archive.db');
  // SQLite here opens only what is there, and takes an empty file for a new database.
  await writeFile(path, '');
  const sqlite = connect(path, { readOnly: false });
  try {
    await migrate(sqlite, path, await readMigrations());
  } finally {
    // Takes the write-ahead log into the file, which then is whole.
    sqlite.close();
  }
  return path;
}
