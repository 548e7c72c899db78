-- A signing job may follow another for the same entry: with a new deadline, or with another signer.
ALTER TABLE signing_job ADD COLUMN succeeds TEXT REFERENCES signing_job (id) CHECK (succeeds <> id);
ALTER TABLE signing_job ADD COLUMN succession TEXT CHECK (succession IN ('extended', 'replaced'))
  CHECK ((succession IS NULL) = (succeeds IS NULL));
CREATE UNIQUE INDEX signing_job_one_successor ON signing_job (succeeds) WHERE succeeds IS NOT NULL;
CREATE TRIGGER signing_job_succession_stays BEFORE UPDATE OF succeeds, succession ON signing_job
WHEN NEW.succeeds IS NOT OLD.succeeds OR NEW.succession IS NOT OLD.succession
BEGIN SELECT RAISE(ABORT, 'what a signing job follows never changes'); END;

-- What shall follow a running job once the service has cancelled it. `mark` and `sealed` are the new signer's number.
CREATE TABLE planned_successor (
  seq INTEGER PRIMARY KEY,
  job_id TEXT NOT NULL REFERENCES signing_job (id) ON DELETE CASCADE,
  kind TEXT NOT NULL CHECK (kind IN ('extended', 'replaced')),
  deadline_days INTEGER NOT NULL CHECK (deadline_days >= 1),
  planned_by TEXT NOT NULL CHECK (planned_by <> ''),
  planned_at TEXT NOT NULL CHECK (planned_at LIKE '____-__-__T__:__:__.___Z'),
  replaced_signer TEXT,
  new_signer TEXT CHECK (new_signer <> ''),
  mark TEXT CHECK (mark <> ''),
  sealed BLOB,
  asked_at TEXT CHECK (asked_at LIKE '____-__-__T__:__:__.___Z'),
  settled_at TEXT CHECK (settled_at LIKE '____-__-__T__:__:__.___Z'),
  dropped TEXT CHECK (dropped IN (
    'completed', 'rejected', 'expired', 'failed', 'undone', 'doubted', 'case-closed', 'service-refused')),
  CHECK ((kind = 'replaced') = (replaced_signer IS NOT NULL)),
  CHECK ((replaced_signer IS NULL) = (new_signer IS NULL) AND (replaced_signer IS NULL) = (mark IS NULL)),
  -- The number is there while it may be needed, and not longer.
  CHECK ((sealed IS NOT NULL) = (mark IS NOT NULL AND settled_at IS NULL)),
  CHECK (dropped IS NULL OR settled_at IS NOT NULL)
) STRICT;
CREATE UNIQUE INDEX planned_successor_one_open ON planned_successor (job_id) WHERE settled_at IS NULL;
CREATE INDEX planned_successor_of_job ON planned_successor (job_id, seq);
CREATE TRIGGER planned_successor_settled_once BEFORE UPDATE ON planned_successor WHEN OLD.settled_at IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'what came of a plan never changes'); END;

-- An entry may send again what another sent in vain.
CREATE TABLE entry_link_anew (
  from_entry TEXT NOT NULL REFERENCES journal_entry (id) ON DELETE CASCADE,
  to_entry TEXT NOT NULL REFERENCES journal_entry (id) ON DELETE CASCADE,
  kind TEXT NOT NULL CHECK (kind IN ('answers', 'signing-answer', 'sends-again')),
  PRIMARY KEY (from_entry, to_entry, kind),
  CHECK (from_entry <> to_entry)
) STRICT, WITHOUT ROWID;
INSERT INTO entry_link_anew (from_entry, to_entry, kind) SELECT from_entry, to_entry, kind FROM entry_link;
DROP TABLE entry_link;
ALTER TABLE entry_link_anew RENAME TO entry_link;
CREATE INDEX entry_link_to ON entry_link (to_entry);

-- Deadlines of their own for entries whose main document is of some type, by type.
ALTER TABLE policy ADD COLUMN deadlines_by_type TEXT NOT NULL DEFAULT '{}' CHECK (json_valid(deadlines_by_type));
