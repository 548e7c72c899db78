import Database from 'better-sqlite3';

const schemaVersion = 1;
const firstJobId = 20_000_000;
const firstSignerId = 30_000_000;

/** Times are milliseconds since 1970. */
const schema = `
CREATE TABLE jobs (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  organisation TEXT NOT NULL,
  sender_name TEXT NOT NULL,
  queue TEXT NOT NULL,
  reference TEXT,
  title TEXT NOT NULL,
  nonsensitive_title TEXT,
  description TEXT,
  level INTEGER NOT NULL CHECK (level IN (3, 4)),
  identifier TEXT NOT NULL
    CHECK (identifier IN ('PERSONAL_IDENTIFICATION_NUMBER_AND_NAME', 'DATE_OF_BIRTH_AND_NAME', 'NAME')),
  available_seconds INTEGER NOT NULL CHECK (available_seconds >= 0),
  created_at INTEGER NOT NULL,
  status TEXT NOT NULL CHECK (status IN ('IN_PROGRESS', 'COMPLETED_SUCCESSFULLY', 'FAILED')),
  ended_at INTEGER,
  documents_purged_at INTEGER,
  removed_at INTEGER
) STRICT;
CREATE TABLE documents (
  job INTEGER NOT NULL REFERENCES jobs (id),
  position INTEGER NOT NULL,
  title TEXT NOT NULL,
  href TEXT NOT NULL,
  bytes BLOB NOT NULL,
  PRIMARY KEY (job, position)
) STRICT;
CREATE TABLE signers (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  job INTEGER NOT NULL REFERENCES jobs (id),
  sign_order INTEGER NOT NULL,
  number TEXT,
  email TEXT,
  mobile TEXT,
  uses_lookup INTEGER NOT NULL CHECK (uses_lookup IN (0, 1)),
  signature_type TEXT NOT NULL
    CHECK (signature_type IN ('ADVANCED_ELECTRONIC_SIGNATURE', 'AUTHENTICATED_ELECTRONIC_SIGNATURE')),
  name TEXT NOT NULL,
  status TEXT NOT NULL CHECK (status IN ('WAITING', 'SIGNED', 'REJECTED', 'CANCELLED', 'EXPIRED', 'RESERVED',
    'CONTACT_INFORMATION_MISSING', 'BLOCKED', 'SIGNERS_NAME_NOT_AVAILABLE', 'NOT_APPLICABLE')),
  since INTEGER NOT NULL,
  activates_at INTEGER,
  deadline_at INTEGER,
  xades BLOB,
  code TEXT,
  wrong_codes INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX signers_by_job ON signers (job);
CREATE INDEX signers_by_number ON signers (number);
CREATE TABLE messages (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  job INTEGER NOT NULL REFERENCES jobs (id),
  organisation TEXT NOT NULL,
  queue TEXT NOT NULL,
  snapshot TEXT NOT NULL,
  delivered_at INTEGER,
  hidden_until INTEGER,
  confirmed_at INTEGER
) STRICT;
CREATE INDEX messages_waiting ON messages (organisation, queue, id) WHERE confirmed_at IS NULL;
CREATE INDEX messages_by_job ON messages (job);
CREATE TABLE polls (
  organisation TEXT NOT NULL,
  queue TEXT NOT NULL,
  permitted_at INTEGER NOT NULL,
  PRIMARY KEY (organisation, queue)
) STRICT;
CREATE TABLE sealed (
  job INTEGER PRIMARY KEY REFERENCES jobs (id),
  signatures INTEGER NOT NULL,
  bytes BLOB NOT NULL
) STRICT;
CREATE TABLE sessions (
  token TEXT PRIMARY KEY,
  number TEXT,
  signer INTEGER REFERENCES signers (id),
  started_at INTEGER NOT NULL,
  CHECK ((number IS NULL) <> (signer IS NULL))
) STRICT;
INSERT INTO sqlite_sequence (name, seq) VALUES ('jobs', ${firstJobId}), ('signers', ${firstSignerId});
`;

export type PortalDatabase = Database.Database;

/**
 * Opens the portal's file, making it when new. One process owns it: a second one is refused at once. Everything a
 * caller is told has happened is on the disk first (`synchronous = FULL`).
 */
export function openDatabase(path: string): PortalDatabase {
  const database = new Database(path, { timeout: 2000 });
  try {
    database.pragma('locking_mode = EXCLUSIVE');
    database.pragma('journal_mode = WAL');
    database.pragma('synchronous = FULL');
    database.pragma('foreign_keys = ON');
    database.transaction(() => {
      const version = Number(database.pragma('user_version', { simple: true }));
      if (version > schemaVersion) throw new Error(`${path} was made by a newer portal`);
      if (version === 0) database.exec(schema);
      database.pragma(`user_version = ${schemaVersion}`);
    })();
  } catch (fault) {
    database.close();
    if (fault instanceof Database.SqliteError && fault.code.startsWith('SQLITE_BUSY')) {
      throw new Error(`another portal is already running on ${path}`);
    }
    throw fault;
  }
  return database;
}
