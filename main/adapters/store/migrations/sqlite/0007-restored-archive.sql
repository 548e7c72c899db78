-- While a restoration is open, the archive is older than what is known of it beside it, and nothing is sent.
CREATE TABLE restoration (
  seq INTEGER PRIMARY KEY,
  noticed_at TEXT NOT NULL CHECK (noticed_at LIKE '____-__-__T__:__:__.___Z'),
  ended_at TEXT CHECK (ended_at LIKE '____-__-__T__:__:__.___Z'),
  ended_by TEXT CHECK (ended_by <> ''),
  CHECK ((ended_at IS NULL) = (ended_by IS NULL))
) STRICT;
CREATE UNIQUE INDEX restoration_one_open ON restoration (ended_at IS NULL) WHERE ended_at IS NULL;

-- Jobs that are known to have been sent for an entry, and that the archive has lost: the entry is not sent again.
CREATE TABLE lost_job (
  reference TEXT PRIMARY KEY CHECK (reference <> ''),
  entry_id TEXT NOT NULL,
  noticed_at TEXT NOT NULL CHECK (noticed_at LIKE '____-__-__T__:__:__.___Z'),
  -- Found and filed, or judged never to come. Kept, so that it is not counted as lost again.
  settled_at TEXT CHECK (settled_at LIKE '____-__-__T__:__:__.___Z')
) STRICT, WITHOUT ROWID;
CREATE INDEX lost_job_of_entry ON lost_job (entry_id);

-- What the service told of jobs that the archive does not know, stored before it was confirmed.
CREATE TABLE unknown_job (
  seq INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE CHECK (id LIKE '________-____-____-____-____________'),
  service_job_id TEXT NOT NULL UNIQUE,
  reference TEXT,
  state TEXT NOT NULL CHECK (state IN ('inProgress', 'completed', 'failed')),
  failure TEXT CHECK (failure IN (
    'rejected', 'expired', 'cancelled', 'reserved', 'contactMissing', 'blocked', 'nameMissing', 'other')),
  received_at TEXT NOT NULL CHECK (received_at LIKE '____-__-__T__:__:__.___Z'),
  decided_at TEXT NOT NULL CHECK (decided_at LIKE '____-__-__T__:__:__.___Z'),
  sealed_signers BLOB NOT NULL,
  signed_pdf TEXT REFERENCES file (sha256),
  filed_as TEXT REFERENCES journal_entry (id),
  CHECK (failure IS NULL OR state = 'failed'),
  CHECK (filed_as IS NULL OR state <> 'inProgress')
) STRICT;
CREATE INDEX unknown_job_unfiled ON unknown_job (seq) WHERE filed_as IS NULL;
CREATE INDEX unknown_job_filed_as ON unknown_job (filed_as);
CREATE INDEX unknown_job_file ON unknown_job (signed_pdf);
CREATE TRIGGER unknown_job_stays BEFORE DELETE ON unknown_job
BEGIN SELECT RAISE(ABORT, 'what the service told is never deleted'); END;

CREATE TABLE unknown_job_signature (
  unknown_job_id TEXT NOT NULL REFERENCES unknown_job (id),
  sha256 TEXT NOT NULL REFERENCES file (sha256),
  PRIMARY KEY (unknown_job_id, sha256)
) STRICT, WITHOUT ROWID;
CREATE INDEX unknown_job_signature_file ON unknown_job_signature (sha256);
