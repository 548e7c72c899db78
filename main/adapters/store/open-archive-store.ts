import { mkdir, open, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Database } from 'better-sqlite3';
import { StoreFault } from '../../ports/archive/store-fault.ts';
import type { ArchiveStore } from '../../ports/archive-store.ts';
import type { FileSeal } from '../../ports/vault.ts';
import { cacheStatements, connect, queryArchive } from './connection.ts';
import { copyArchive } from './copy-archive.ts';
import { type Founding, foundArchive } from './found-archive.ts';
import { indexOlderWords } from './index-older-words.ts';
import { archiveVersion, migrate, readMigrations } from './migrate.ts';
import { checkPartyMismatches } from './party-mismatches.ts';
import { createReader } from './reader.ts';
import { serialiseChanges } from './run-changes.ts';
import { sealOlderFiles } from './seal-older-files.ts';
import { guarded, toStoreFault } from './store-faults.ts';

type OpenOptions = {
  /** Changes are refused; an archive that needs migrating is not opened. */
  readonly readOnly?: boolean;
  /** Founds the archive where the file holds none yet. */
  readonly create?: Founding;
  /** Seals and opens files that show identity numbers; without it they are neither written nor read. */
  readonly fileSeal?: FileSeal;
};

/**
 * Opens the archive in the SQLite file at `path`, made anew (for its owner's eyes only) where it is missing, and takes
 * it to the newest schema. Throws {@link StoreFault} for a file that is no archive, newer than this program, or locked.
 */
export async function openArchiveStore(path: string, options: OpenOptions = {}): Promise<ArchiveStore> {
  return options.readOnly ? openForReading(path, options) : openForChanges(path, options);
}

async function openForChanges(path: string, { create, fileSeal }: OpenOptions): Promise<ArchiveStore> {
  if (!create) await refuseEmpty(path);
  await makeFile(path);
  const writing = connect(path, { readOnly: false });
  let reading: Database | undefined;
  try {
    await migrate(writing, path, await readMigrations());
    const changes = serialiseChanges(writing, fileSeal);
    if (create) await changes.run((_, db) => foundArchive(db, create));
    await changes.run((_, db) => indexOlderWords(db));
    await changes.run((_, db) => checkPartyMismatches(db));
    if (fileSeal) await sealOlderFiles(writing, path, fileSeal);
    // A connection of its own, so that reading sees committed state while a change is under way.
    reading = connect(path, { readOnly: true });
    const reader = reading;
    return {
      read: createReader(queryArchive(cacheStatements(reader)), fileSeal),
      change: (work) => changes.run((archive) => work(archive)),
      backup: (copy) => copyArchive(path, copy),
      close: async () => {
        await changes.settled();
        reader.close();
        if (!writing.open) return;
        guarded(() => writing.pragma('optimize'));
        // The last to close takes the write-ahead log into the file, which then is the whole archive.
        writing.close();
      },
    };
  } catch (fault) {
    reading?.close();
    writing.close();
    throw toStoreFault(fault);
  }
}

async function openForReading(path: string, { fileSeal }: OpenOptions): Promise<ArchiveStore> {
  const reading = connect(path, { readOnly: true });
  try {
    const known = (await readMigrations()).length;
    const version = guarded(() => archiveVersion(reading, known));
    if (version < known) throw new StoreFault('read-only', new Error('the archive must be migrated first'));
    return {
      read: createReader(queryArchive(cacheStatements(reading)), fileSeal),
      change: () => Promise.reject(new StoreFault('read-only')),
      backup: (copy) => copyArchive(path, copy),
      close: async () => {
        reading.close();
      },
    };
  } catch (fault) {
    reading.close();
    throw fault;
  }
}

/** SQLite takes an empty file for a new database; where an archive should lie it is one that was lost. */
async function refuseEmpty(path: string): Promise<void> {
  const sizeOf = async (file: string) => (await stat(file).catch(() => undefined))?.size;
  if ((await sizeOf(path)) === 0 && !(await sizeOf(`${path}-wal`)))
    throw new StoreFault('damaged', new Error('the file is empty'));
}

async function makeFile(path: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true, mode: 0o700 });
  if (await stat(path).catch(() => undefined)) return;
  await (await open(path, 'a', 0o600)).close();
}
