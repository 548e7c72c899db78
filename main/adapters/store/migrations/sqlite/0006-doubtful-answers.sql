-- A job may be doubtful: the service says that it has ended, but what it gives cannot be the answer. The list of states
-- is part of the table, so the table is made anew.
DROP TRIGGER answer_is_unit;
CREATE TABLE signing_job_anew (
  seq INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE CHECK (id LIKE '________-____-____-____-____________'),
  entry_id TEXT NOT NULL REFERENCES journal_entry (id),
  case_id TEXT NOT NULL REFERENCES case_file (id),
  is_newest INTEGER NOT NULL DEFAULT 0 CHECK (is_newest IN (0, 1)),
  state TEXT NOT NULL CHECK (state IN (
    'queued', 'sending', 'uncertain', 'inProgress', 'doubtful', 'completed', 'failed', 'sendFailed')),
  failure TEXT CHECK (failure IN (
    'rejected', 'expired', 'cancelled', 'reserved', 'contactMissing', 'blocked', 'nameMissing', 'other')),
  reference TEXT NOT NULL UNIQUE CHECK (reference <> ''),
  service_job_id TEXT,
  title TEXT NOT NULL,
  non_sensitive_title TEXT,
  message TEXT NOT NULL,
  deadline_days INTEGER NOT NULL CHECK (deadline_days >= 1),
  merged_sha256 TEXT NOT NULL REFERENCES file (sha256),
  merged_bytes INTEGER NOT NULL,
  merged_pages INTEGER NOT NULL,
  ordered_by TEXT NOT NULL CHECK (ordered_by <> ''),
  ordered_at TEXT NOT NULL CHECK (ordered_at LIKE '____-__-__T__:__:__.___Z'),
  sent_at TEXT CHECK (sent_at LIKE '____-__-__T__:__:__.___Z'),
  ended_at TEXT CHECK (ended_at LIKE '____-__-__T__:__:__.___Z'),
  next_attempt_at TEXT CHECK (next_attempt_at LIKE '____-__-__T__:__:__.___Z'),
  attempts INTEGER NOT NULL CHECK (attempts >= 0),
  last_fault_code TEXT,
  last_fault_detail TEXT,
  last_fault_at TEXT CHECK (last_fault_at LIKE '____-__-__T__:__:__.___Z'),
  cancellation_url TEXT,
  delete_documents_url TEXT,
  cancel_requested_at TEXT CHECK (cancel_requested_at LIKE '____-__-__T__:__:__.___Z'),
  documents_deleted_at TEXT CHECK (documents_deleted_at LIKE '____-__-__T__:__:__.___Z'),
  arrival TEXT NOT NULL CHECK (arrival IN ('never', 'unknown', 'known')),
  CHECK (failure IS NULL OR state = 'failed'),
  CHECK ((last_fault_code IS NULL) = (last_fault_detail IS NULL)
    AND (last_fault_code IS NULL) = (last_fault_at IS NULL))
) STRICT;
INSERT INTO signing_job_anew (
  seq, id, entry_id, case_id, is_newest, state, failure, reference, service_job_id, title,
  non_sensitive_title, message, deadline_days, merged_sha256, merged_bytes, merged_pages, ordered_by, ordered_at, sent_at,
  ended_at, next_attempt_at, attempts, last_fault_code, last_fault_detail, last_fault_at, cancellation_url,
  delete_documents_url, cancel_requested_at, documents_deleted_at, arrival)
SELECT
  seq, id, entry_id, case_id, is_newest, state, failure, reference, service_job_id, title,
  non_sensitive_title, message, deadline_days, merged_sha256, merged_bytes, merged_pages, ordered_by, ordered_at, sent_at,
  ended_at, next_attempt_at, attempts, last_fault_code, last_fault_detail, last_fault_at, cancellation_url,
  delete_documents_url, cancel_requested_at, documents_deleted_at, arrival
FROM signing_job;
DROP TABLE signing_job;
ALTER TABLE signing_job_anew RENAME TO signing_job;
CREATE UNIQUE INDEX signing_job_one_running ON signing_job (entry_id)
  WHERE state IN ('queued', 'sending', 'uncertain', 'inProgress', 'doubtful');
CREATE UNIQUE INDEX signing_job_one_newest ON signing_job (entry_id) WHERE is_newest = 1;
CREATE UNIQUE INDEX signing_job_service_id ON signing_job (service_job_id) WHERE service_job_id IS NOT NULL;
CREATE INDEX signing_job_of_entry ON signing_job (entry_id, seq);
CREATE INDEX signing_job_of_case ON signing_job (case_id, state);
CREATE INDEX signing_job_by_state ON signing_job (state, is_newest, ended_at, ordered_at);
CREATE INDEX signing_job_file ON signing_job (merged_sha256);
CREATE TRIGGER signing_job_in_case_of_entry BEFORE INSERT ON signing_job
WHEN NEW.case_id IS NOT (SELECT case_id FROM journal_entry WHERE id = NEW.entry_id)
BEGIN SELECT RAISE(ABORT, 'a signing job belongs to the case of its entry'); END;
CREATE TRIGGER signing_job_becomes_newest AFTER INSERT ON signing_job
BEGIN
  UPDATE signing_job SET is_newest = 0 WHERE entry_id = NEW.entry_id AND is_newest = 1;
  UPDATE signing_job SET is_newest = 1 WHERE seq = NEW.seq;
END;
CREATE TRIGGER signing_job_what_was_sent_stays
BEFORE UPDATE OF id, entry_id, reference, merged_sha256, merged_bytes, merged_pages ON signing_job
WHEN NEW.id <> OLD.id OR NEW.entry_id <> OLD.entry_id OR NEW.reference <> OLD.reference
  OR NEW.merged_sha256 <> OLD.merged_sha256
BEGIN SELECT RAISE(ABORT, 'what a signing job asked for never changes'); END;
CREATE TRIGGER signing_job_stays BEFORE DELETE ON signing_job
WHEN OLD.state <> 'sendFailed'
BEGIN SELECT RAISE(ABORT, 'only a job that was never sent may be deleted'); END;
CREATE TRIGGER signing_job_is_unit AFTER INSERT ON signing_job
BEGIN INSERT INTO archive_unit VALUES (NEW.id, 'job', NEW.case_id, NEW.entry_id); END;
CREATE TRIGGER answer_is_unit AFTER INSERT ON answer
BEGIN
  INSERT INTO archive_unit SELECT NEW.id, 'answer', case_id, entry_id FROM signing_job WHERE id = NEW.job_id;
END;

-- What came for a job and was not taken as its answer, as it came. Nothing of it is confirmed to the service.
CREATE TABLE received_answer (
  seq INTEGER PRIMARY KEY,
  job_id TEXT NOT NULL REFERENCES signing_job (id),
  received_at TEXT NOT NULL CHECK (received_at LIKE '____-__-__T__:__:__.___Z'),
  outcome TEXT NOT NULL CHECK (outcome IN ('completed', 'failed')),
  failure TEXT CHECK (failure IN (
    'rejected', 'expired', 'cancelled', 'reserved', 'contactMissing', 'blocked', 'nameMissing', 'other')),
  decided_at TEXT NOT NULL CHECK (decided_at LIKE '____-__-__T__:__:__.___Z'),
  document TEXT REFERENCES file (sha256),
  doubts TEXT NOT NULL CHECK (json_valid(doubts) AND json_array_length(doubts) > 0),
  verdict TEXT CHECK (json_valid(verdict)),
  CHECK (failure IS NULL OR outcome = 'failed')
) STRICT;
CREATE INDEX received_answer_of_job ON received_answer (job_id, seq);
CREATE INDEX received_answer_file ON received_answer (document);
CREATE TRIGGER received_answer_never_changes BEFORE UPDATE ON received_answer
BEGIN SELECT RAISE(ABORT, 'what was received never changes'); END;
CREATE TRIGGER received_answer_stays BEFORE DELETE ON received_answer
BEGIN SELECT RAISE(ABORT, 'what was received is never deleted'); END;
CREATE TABLE received_signature (
  received_seq INTEGER NOT NULL REFERENCES received_answer (seq),
  position INTEGER NOT NULL,
  signer_name TEXT NOT NULL,
  sha256 TEXT NOT NULL REFERENCES file (sha256),
  PRIMARY KEY (received_seq, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX received_signature_file ON received_signature (sha256);

-- What was found out about the signed document: sealed by whom, unchanged since, the document that was sent.
ALTER TABLE answer ADD COLUMN verdict TEXT CHECK (json_valid(verdict));

-- Contact data is the party's that signs, found by its id. Who bears the name of one party only is that party.
ALTER TABLE signer ADD COLUMN party_id TEXT;
UPDATE signer SET party_id = (
  SELECT party.id FROM correspondence_party AS party
  JOIN signing_job AS job ON job.entry_id = party.entry_id
  WHERE job.id = signer.job_id AND party.name = coalesce(signer.on_behalf_of, signer.name)
  GROUP BY party.name HAVING count(*) = 1);
