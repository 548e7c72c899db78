import Database from 'better-sqlite3';
import { StoreFault } from '../../ports/archive/store-fault.ts';

const kinds: readonly (readonly [prefix: string, kind: StoreFault['kind']])[] = [
  ['SQLITE_FULL', 'disk-full'],
  // A quota or file size limit shows itself as a failed write, not as a full disk.
  ['SQLITE_IOERR_WRITE', 'disk-full'],
  ['SQLITE_IOERR_SHMSIZE', 'disk-full'],
  ['SQLITE_IOERR', 'damaged'],
  ['SQLITE_BUSY', 'locked'],
  ['SQLITE_LOCKED', 'locked'],
  ['SQLITE_READONLY', 'read-only'],
  ['SQLITE_CORRUPT', 'damaged'],
  ['SQLITE_NOTADB', 'not-an-archive'],
  ['SQLITE_CANTOPEN', 'not-an-archive'],
];

/** What SQLite says about disk, lock and file as a {@link StoreFault}; anything else as it is. */
export function toStoreFault(fault: unknown): unknown {
  if (!(fault instanceof Database.SqliteError)) return fault;
  // A number in the head of the file that no SQLite wrote has no code of its own.
  const kind =
    fault.message === 'unsupported file format'
      ? 'damaged'
      : kinds.find(([prefix]) => fault.code.startsWith(prefix))?.[1];
  return kind ? new StoreFault(kind, fault) : fault;
}

/** Runs `work` and throws what SQLite throws as a {@link StoreFault} where it is one. */
export function guarded<T>(work: () => T): T {
  try {
    return work();
  } catch (fault) {
    throw toStoreFault(fault);
  }
}

/** Whether a UNIQUE constraint on `column` (`table.column`) refused the statement. */
export const isDuplicate = (fault: unknown, column: string): boolean =>
  fault instanceof Database.SqliteError &&
  fault.code === 'SQLITE_CONSTRAINT_UNIQUE' &&
  fault.message.endsWith(`: ${column}`);
