import { join } from 'node:path';
import Database from 'better-sqlite3';

export type ArchiveLock = { release(): void };

/**
 * One process per archive folder. The lock is the operating system's own, taken through an empty SQLite file, so it
 * goes with the process however that ends. `undefined` when another process has it.
 */
export function lockArchive(folder: string): ArchiveLock | undefined {
  const lock = new Database(join(folder, 'in-use.lock'), { timeout: 0 });
  try {
    // Not WAL and nothing written: only the exclusive lock is wanted.
    lock.pragma('journal_mode = MEMORY');
    lock.exec('BEGIN EXCLUSIVE');
  } catch (fault) {
    lock.close();
    if (fault instanceof Database.SqliteError && fault.code.startsWith('SQLITE_BUSY')) return undefined;
    throw fault;
  }
  return { release: () => void lock.close() };
}
