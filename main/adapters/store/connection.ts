import Database from 'better-sqlite3';
import { Kysely, type SqliteDatabase, SqliteDialect, type SqliteStatement } from 'kysely';
import { StoreFault } from '../../ports/archive/store-fault.ts';
import { guarded } from './store-faults.ts';
import type { ArchiveTables } from './tables.ts';

export type Archive = Kysely<ArchiveTables>;

/** The first version without the fault that could damage a database in WAL mode (sqlite.org/wal.html, «WAL-reset bug»). */
const oldestSqlite = [3, 51, 3] as const;

/** Throws {@link StoreFault} for a SQLite that is older than Segl may use. */
export function requireSqlite(version: string): void {
  const found = version.split('.').map(Number);
  const differs = oldestSqlite.findIndex((part, at) => found[at] !== part);
  const [wanted, has] = [oldestSqlite[differs] ?? 0, found[differs] ?? 0];
  if (differs >= 0 && !(has > wanted)) throw new StoreFault('old-sqlite', new Error(`SQLite ${version}`));
}

/** One connection with the archive's own settings. Creates no file. */
export function connect(path: string, options: { readonly readOnly: boolean }): Database.Database {
  return guarded(() => {
    const sqlite = new Database(path, { readonly: options.readOnly, fileMustExist: true, timeout: 5_000 });
    try {
      requireSqlite(String(sqlite.prepare('SELECT sqlite_version()').pluck().get()));
      sqlite.pragma('foreign_keys = ON');
      sqlite.pragma('trusted_schema = OFF');
      sqlite.pragma('cache_size = -32000');
      return sqlite;
    } catch (fault) {
      sqlite.close();
      throw fault;
    }
  });
}

/**
 * Settings that change the file or belong to writing; only for a file that is known to be ours. Throws {@link StoreFault}
 * where the write-ahead log is not to be had: SQLite does not fail then, it answers with the mode that stands.
 */
export function prepareForWriting(sqlite: Database.Database): void {
  guarded(() => {
    const mode = sqlite.pragma('journal_mode = WAL', { simple: true });
    if (mode !== 'wal') throw new StoreFault('unsafe-place', new Error(`the journal mode is ${mode}`));
    sqlite.pragma('synchronous = FULL');
    sqlite.pragma('recursive_triggers = ON');
    // Purged identity numbers and removed documents must not linger in free pages.
    sqlite.pragma('secure_delete = ON');
  });
}

/** Statements compiled once per connection and text. */
type StatementCache = (sql: string) => SqliteStatement;

const keptStatements = 400;

export function cacheStatements(sqlite: Database.Database): StatementCache {
  const kept = new Map<string, SqliteStatement>();
  return (sql) => {
    const found = kept.get(sql);
    if (found) return found;
    const statement = guarded(() => sqlite.prepare(sql));
    const guardedStatement: SqliteStatement = {
      reader: statement.reader,
      all: (parameters) => guarded(() => statement.all(parameters)),
      run: (parameters) => guarded(() => statement.run(parameters)),
      iterate: (parameters) => statement.iterate(parameters),
    };
    if (kept.size >= keptStatements) kept.delete(kept.keys().next().value ?? sql);
    kept.set(sql, guardedStatement);
    return guardedStatement;
  };
}

/** Kysely over one connection. `mayRun` is called before each statement and throws once the transaction has ended. */
export function queryArchive(statements: StatementCache, mayRun: () => void = () => {}): Archive {
  const database: SqliteDatabase = {
    prepare: (sql) => {
      mayRun();
      return statements(sql);
    },
    close: () => {},
  };
  return new Kysely<ArchiveTables>({ dialect: new SqliteDialect({ database }) });
}
