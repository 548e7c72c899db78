import { join } from 'node:path';
import Database from 'better-sqlite3';
import { onTestFinished } from 'vitest';
import { applicationId, readMigrations } from '../../../../main/adapters/store/migrate.ts';
import { temporaryFolder } from './sample.ts';

/** An archive file that has taken the first `version` migrations and no more, and a connection to put rows in. */
export async function archiveAtVersion(
  version: number,
): Promise<{ readonly path: string; readonly sqlite: Database.Database }> {
  const path = join(await temporaryFolder(), 'archive.db');
  const sqlite = new Database(path);
  onTestFinished(() => {
    sqlite.close();
  });
  for (const migration of (await readMigrations()).slice(0, version)) sqlite.exec(migration.sql);
  sqlite.pragma(`application_id = ${version > 0 ? applicationId : 0}`);
  sqlite.pragma(`user_version = ${version}`);
  return { path, sqlite };
}
