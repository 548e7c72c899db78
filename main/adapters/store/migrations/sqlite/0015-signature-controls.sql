-- Each control of a filed signature, the old ones beside the new: none is ever changed, only settled. `of_document` outlives
-- a file that is thrown away with its draft no more than the document does.
CREATE TABLE signature_control (
  seq INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE CHECK (id LIKE '________-____-____-____-____________'),
  document_id TEXT NOT NULL REFERENCES document_description (id) ON DELETE CASCADE,
  object_id TEXT NOT NULL REFERENCES document_object (id) ON DELETE CASCADE,
  controlled_at TEXT NOT NULL CHECK (controlled_at LIKE '____-__-__T__:__:__.___Z'),
  controlled_by TEXT NOT NULL CHECK (controlled_by <> ''),
  segl_version TEXT NOT NULL,
  word TEXT NOT NULL CHECK (word IN (
    'holds', 'not-vouched', 'out-of-date', 'unsigned', 'part-only', 'changed-since', 'revoked', 'broken')),
  renew_by TEXT CHECK (renew_by LIKE '____-__-__T__:__:__.___Z'),
  report TEXT NOT NULL,
  verdict TEXT,
  is_worse INTEGER NOT NULL CHECK (is_worse IN (0, 1)),
  settled_at TEXT CHECK (settled_at LIKE '____-__-__T__:__:__.___Z'),
  settled_by TEXT,
  CHECK ((settled_at IS NULL) = (settled_by IS NULL))
) STRICT;
CREATE INDEX signature_control_object ON signature_control (object_id);
CREATE INDEX signature_control_of ON signature_control (document_id, seq);
CREATE INDEX signature_control_worse ON signature_control (seq) WHERE is_worse = 1 AND settled_at IS NULL;
CREATE TRIGGER signature_control_written_once
BEFORE UPDATE OF id, document_id, object_id, controlled_at, controlled_by, segl_version, word, renew_by, report, verdict, is_worse
ON signature_control
BEGIN SELECT RAISE(ABORT, 'a control never changes; a new one is made'); END;

-- Whom the archive asks for time stamps. `secret` is sealed under the vault key.
CREATE TABLE time_stamp_authority (
  only_one INTEGER PRIMARY KEY CHECK (only_one = 1),
  url TEXT NOT NULL CHECK (url <> ''),
  anchors TEXT NOT NULL,
  user_name TEXT,
  secret BLOB,
  CHECK ((user_name IS NULL) = (secret IS NULL))
) STRICT;

ALTER TABLE policy ADD COLUMN renew_within_months INTEGER NOT NULL DEFAULT 6 CHECK (renew_within_months BETWEEN 1 AND 120);
CREATE INDEX document_object_signed ON document_object (document_id) WHERE signature_verification IS NOT NULL;
