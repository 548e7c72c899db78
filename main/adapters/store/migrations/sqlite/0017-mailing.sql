-- One document to many persons, each on an entry of their own.
CREATE TABLE mailing (
  id TEXT PRIMARY KEY,
  entry_id TEXT NOT NULL REFERENCES journal_entry (id) ON DELETE CASCADE,
  message TEXT NOT NULL,
  deadline_days INTEGER NOT NULL,
  is_agreed_with_leader INTEGER NOT NULL CHECK (is_agreed_with_leader IN (0, 1)),
  is_rights_confirmed INTEGER NOT NULL CHECK (is_rights_confirmed IN (0, 1)),
  seen_merged TEXT NOT NULL CHECK (length(seen_merged) = 64),
  started_by TEXT NOT NULL CHECK (started_by <> ''),
  started_at TEXT NOT NULL CHECK (started_at LIKE '____-__-__T__:__:__.___Z'),
  ended_at TEXT CHECK (ended_at LIKE '____-__-__T__:__:__.___Z')
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX mailing_one_open ON mailing (entry_id) WHERE ended_at IS NULL;
CREATE INDEX mailing_of_entry ON mailing (entry_id, started_at);

-- `sealed` is the person's number. It is there until their entry is made, which then holds it, or the rest is given up.
CREATE TABLE mailed_person (
  mailing_id TEXT NOT NULL REFERENCES mailing (id) ON DELETE CASCADE,
  position INTEGER NOT NULL CHECK (position >= 0),
  name TEXT NOT NULL CHECK (name <> ''),
  firm TEXT CHECK (firm <> ''),
  organisation_number TEXT CHECK (organisation_number <> ''),
  sealed BLOB,
  entry_id TEXT UNIQUE REFERENCES journal_entry (id) ON DELETE SET NULL,
  PRIMARY KEY (mailing_id, position),
  CHECK (sealed IS NULL OR entry_id IS NULL)
) STRICT, WITHOUT ROWID;
CREATE TRIGGER mailed_person_entry_stays BEFORE UPDATE OF entry_id ON mailed_person
WHEN OLD.entry_id IS NOT NULL AND NEW.entry_id IS NOT NULL AND NEW.entry_id <> OLD.entry_id
BEGIN SELECT RAISE(ABORT, 'whom an entry was made for never changes'); END;

-- An entry may be one of those that were made of another, one for each.
CREATE TABLE entry_link_anew (
  from_entry TEXT NOT NULL REFERENCES journal_entry (id) ON DELETE CASCADE,
  to_entry TEXT NOT NULL REFERENCES journal_entry (id) ON DELETE CASCADE,
  kind TEXT NOT NULL CHECK (kind IN ('answers', 'signing-answer', 'sends-again', 'one-of-many')),
  PRIMARY KEY (from_entry, to_entry, kind),
  CHECK (from_entry <> to_entry)
) STRICT, WITHOUT ROWID;
INSERT INTO entry_link_anew (from_entry, to_entry, kind) SELECT from_entry, to_entry, kind FROM entry_link;
DROP TABLE entry_link;
ALTER TABLE entry_link_anew RENAME TO entry_link;
CREATE INDEX entry_link_to ON entry_link (to_entry);
