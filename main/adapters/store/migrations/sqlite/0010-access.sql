-- Who may see and do what: a tree of units, access codes with their legal bases, groups, roles and clearances by unit, and
-- deputies. What an archive had as free text becomes lists; nobody is cleared for anything by it (access_review).

CREATE TABLE admin_unit (
  id TEXT PRIMARY KEY CHECK (id <> ''),
  name TEXT NOT NULL CHECK (name <> ''),
  parent_id TEXT REFERENCES admin_unit (id) CHECK (parent_id <> id),
  opened_on TEXT NOT NULL CHECK (opened_on LIKE '____-__-__'),
  closed_on TEXT CHECK (closed_on LIKE '____-__-__')
) STRICT;
CREATE UNIQUE INDEX admin_unit_top ON admin_unit (parent_id IS NULL) WHERE parent_id IS NULL;
CREATE INDEX admin_unit_parent ON admin_unit (parent_id);
CREATE TRIGGER admin_unit_stays BEFORE DELETE ON admin_unit
BEGIN SELECT RAISE(ABORT, 'a unit is closed, never deleted'); END;

CREATE TABLE legal_basis (
  id TEXT PRIMARY KEY CHECK (id <> ''),
  text TEXT NOT NULL UNIQUE CHECK (text <> ''),
  repealed_on TEXT CHECK (repealed_on LIKE '____-__-__')
) STRICT;
CREATE TABLE access_code (
  id TEXT PRIMARY KEY CHECK (id <> '' AND length(id) <= 10),
  name TEXT NOT NULL UNIQUE CHECK (name <> ''),
  withdrawn_on TEXT CHECK (withdrawn_on LIKE '____-__-__')
) STRICT;
CREATE TABLE access_code_basis (
  access_code TEXT NOT NULL REFERENCES access_code (id),
  legal_basis TEXT NOT NULL REFERENCES legal_basis (id),
  PRIMARY KEY (access_code, legal_basis)
) STRICT, WITHOUT ROWID;
CREATE TABLE access_group (
  id TEXT PRIMARY KEY CHECK (id <> ''),
  name TEXT NOT NULL UNIQUE CHECK (name <> '')
) STRICT;
CREATE TABLE access_group_member (
  group_id TEXT NOT NULL REFERENCES access_group (id),
  user_id TEXT NOT NULL REFERENCES archive_user (id),
  PRIMARY KEY (group_id, user_id)
) STRICT, WITHOUT ROWID;

-- A row counts from its first day to its last.
CREATE TABLE code_clearance (
  user_id TEXT NOT NULL REFERENCES archive_user (id),
  access_code TEXT NOT NULL REFERENCES access_code (id),
  unit_id TEXT NOT NULL REFERENCES admin_unit (id),
  from_day TEXT NOT NULL CHECK (from_day LIKE '____-__-__'),
  to_day TEXT CHECK (to_day LIKE '____-__-__'),
  PRIMARY KEY (user_id, access_code, unit_id)
) STRICT, WITHOUT ROWID;
CREATE TABLE deputyship (
  id TEXT PRIMARY KEY CHECK (id <> ''),
  deputy TEXT NOT NULL REFERENCES archive_user (id),
  deputy_of TEXT NOT NULL REFERENCES archive_user (id) CHECK (deputy_of <> deputy),
  from_day TEXT NOT NULL CHECK (from_day LIKE '____-__-__'),
  to_day TEXT NOT NULL CHECK (to_day LIKE '____-__-__'),
  with_clearances INTEGER NOT NULL CHECK (with_clearances IN (0, 1)),
  CHECK (from_day <= to_day)
) STRICT;
CREATE INDEX deputyship_of_deputy ON deputyship (deputy);

-- What a new case or document is screened by unless somebody says otherwise.
CREATE TABLE default_screening (
  kind TEXT NOT NULL CHECK (kind IN ('class', 'document-type')),
  key TEXT NOT NULL CHECK (key <> ''),
  access_code TEXT NOT NULL REFERENCES access_code (id),
  legal_basis TEXT NOT NULL CHECK (legal_basis <> ''),
  hides_title INTEGER NOT NULL CHECK (hides_title IN (0, 1)),
  hides_parties INTEGER NOT NULL CHECK (hides_parties IN (0, 1)),
  hides_documents INTEGER NOT NULL CHECK (hides_documents IN (0, 1)),
  years INTEGER CHECK (years BETWEEN 1 AND 110),
  PRIMARY KEY (kind, key)
) STRICT, WITHOUT ROWID;

-- Who opened what that is screened. Kept apart from the change log, for its own time.
CREATE TABLE looking_log (
  seq INTEGER PRIMARY KEY AUTOINCREMENT,
  looked_at TEXT NOT NULL CHECK (looked_at LIKE '____-__-__T__:__:__.___Z'),
  user_id TEXT NOT NULL REFERENCES archive_user (id),
  user_name TEXT NOT NULL CHECK (user_name <> ''),
  kind TEXT NOT NULL CHECK (kind IN ('case', 'entry', 'document', 'identity')),
  subject_id TEXT NOT NULL CHECK (subject_id <> ''),
  case_id TEXT NOT NULL REFERENCES case_file (id),
  entry_id TEXT,
  reason TEXT
) STRICT;
CREATE INDEX looking_log_of_case ON looking_log (case_id, seq);
CREATE INDEX looking_log_by_time ON looking_log (looked_at);
CREATE TRIGGER looking_log_never_changes BEFORE UPDATE ON looking_log
BEGIN SELECT RAISE(ABORT, 'the log of looking never changes'); END;

-- An archive whose lists were made of free text waits for somebody to look them through.
CREATE TABLE access_review (
  only_one INTEGER PRIMARY KEY CHECK (only_one = 1),
  reviewed_at TEXT CHECK (reviewed_at LIKE '____-__-__T__:__:__.___Z'),
  reviewed_by TEXT
) STRICT;

INSERT INTO access_code (id, name) VALUES
  ('UO', 'Unntatt offentlighet'),
  ('P', 'Personalsaker'),
  ('KL', 'Klientsaker'),
  ('XX', 'Midlertidig sperret');
INSERT INTO legal_basis (id, text) VALUES
  ('basis-01', 'Offl. § 5'),
  ('basis-02', 'Offl. § 13 jf. fvl. § 13'),
  ('basis-03', 'Offl. § 14'),
  ('basis-04', 'Offl. § 15'),
  ('basis-05', 'Offl. § 16'),
  ('basis-06', 'Offl. § 18'),
  ('basis-07', 'Offl. § 23'),
  ('basis-08', 'Offl. § 24'),
  ('basis-09', 'Offl. § 25'),
  ('basis-10', 'Offl. § 26 første ledd'),
  ('basis-11', 'Offl. § 26 femte ledd');
INSERT INTO access_code_basis (access_code, legal_basis) VALUES
  ('UO', 'basis-02'),
  ('UO', 'basis-03'),
  ('UO', 'basis-04'),
  ('UO', 'basis-05'),
  ('UO', 'basis-06'),
  ('UO', 'basis-07'),
  ('UO', 'basis-08'),
  ('UO', 'basis-10'),
  ('UO', 'basis-11'),
  ('P', 'basis-02'),
  ('P', 'basis-09'),
  ('P', 'basis-11'),
  ('KL', 'basis-02'),
  ('KL', 'basis-11'),
  ('XX', 'basis-01'),
  ('XX', 'basis-02');

-- The archive's own free texts.
CREATE TEMP TABLE old_unit AS
SELECT DISTINCT trim(admin_unit) AS name FROM (
  SELECT admin_unit FROM archive_user UNION SELECT admin_unit FROM case_file UNION SELECT admin_unit FROM journal_entry);
INSERT INTO access_review (only_one) SELECT 1 WHERE EXISTS (SELECT 1 FROM old_unit);
INSERT INTO admin_unit (id, name, opened_on)
SELECT lower(hex(randomblob(4)) || '-' || hex(randomblob(2)) || '-4' || substr(hex(randomblob(2)), 2) || '-8' || substr(hex(randomblob(2)), 2) || '-' || hex(randomblob(6))), record_creator_name, substr(created_at, 1, 10) FROM archive;
INSERT INTO admin_unit (id, name, parent_id, opened_on)
SELECT lower(hex(randomblob(4)) || '-' || hex(randomblob(2)) || '-4' || substr(hex(randomblob(2)), 2) || '-8' || substr(hex(randomblob(2)), 2) || '-' || hex(randomblob(6))), old_unit.name, top.id, top.opened_on
FROM old_unit JOIN (SELECT * FROM admin_unit WHERE parent_id IS NULL) AS top
WHERE old_unit.name <> '' AND old_unit.name <> top.name;
-- Who or what stood without a unit stands at the top.
CREATE TEMP TABLE old_screening AS
SELECT DISTINCT CASE screening_restriction WHEN 'Unntatt offentlighet' THEN 'UO' WHEN 'Personalsaker' THEN 'P'
    WHEN 'Klientsaker' THEN 'KL' WHEN 'Midlertidig sperret' THEN 'XX' END AS code, trim(screening_legal_basis) AS basis
FROM (SELECT screening_restriction, screening_legal_basis FROM case_file
  UNION SELECT screening_restriction, screening_legal_basis FROM journal_entry
  UNION SELECT 'Unntatt offentlighet', identity_number_basis FROM policy)
WHERE screening_restriction IS NOT NULL AND trim(screening_legal_basis) <> '';
INSERT INTO legal_basis (id, text)
SELECT lower(hex(randomblob(4)) || '-' || hex(randomblob(2)) || '-4' || substr(hex(randomblob(2)), 2) || '-8' || substr(hex(randomblob(2)), 2) || '-' || hex(randomblob(6))), basis FROM (SELECT DISTINCT basis FROM old_screening)
WHERE basis NOT IN (SELECT text FROM legal_basis);
INSERT OR IGNORE INTO access_code_basis (access_code, legal_basis)
SELECT old_screening.code, legal_basis.id FROM old_screening JOIN legal_basis ON legal_basis.text = old_screening.basis;

-- Roles are held in a unit: those that look after the whole archive at its top, the others in one's own.
CREATE TABLE user_role_anew (
  user_id TEXT NOT NULL REFERENCES archive_user (id),
  position INTEGER NOT NULL,
  role TEXT NOT NULL CHECK (role IN ('caseworker', 'leader', 'documentCentre', 'reader', 'systemOwner')),
  unit_id TEXT NOT NULL REFERENCES admin_unit (id),
  from_day TEXT NOT NULL CHECK (from_day LIKE '____-__-__'),
  to_day TEXT CHECK (to_day LIKE '____-__-__'),
  PRIMARY KEY (user_id, role, unit_id)
) STRICT, WITHOUT ROWID;
UPDATE archive_user SET admin_unit = coalesce(
  (SELECT id FROM admin_unit WHERE name = trim(archive_user.admin_unit)),
  (SELECT id FROM admin_unit WHERE parent_id IS NULL), '');
INSERT INTO user_role_anew (user_id, position, role, unit_id, from_day)
SELECT user_id, position, role,
  CASE WHEN role IN ('caseworker', 'leader') THEN archive_user.admin_unit ELSE top.id END, top.opened_on
FROM user_role JOIN archive_user ON archive_user.id = user_role.user_id
JOIN (SELECT * FROM admin_unit WHERE parent_id IS NULL) AS top;
DROP TABLE user_role;
ALTER TABLE user_role_anew RENAME TO user_role;
CREATE TRIGGER archive_user_in_unit BEFORE INSERT ON archive_user
WHEN NOT EXISTS (SELECT 1 FROM admin_unit WHERE id = NEW.admin_unit)
BEGIN SELECT RAISE(ABORT, 'a user belongs to a unit'); END;
CREATE TRIGGER archive_user_into_unit BEFORE UPDATE OF admin_unit ON archive_user
WHEN NOT EXISTS (SELECT 1 FROM admin_unit WHERE id = NEW.admin_unit)
BEGIN SELECT RAISE(ABORT, 'a user belongs to a unit'); END;

ALTER TABLE correspondence_party ADD COLUMN is_screened INTEGER NOT NULL DEFAULT 0 CHECK (is_screened IN (0, 1));
ALTER TABLE document_description ADD COLUMN is_screened INTEGER NOT NULL DEFAULT 0 CHECK (is_screened IN (0, 1));
ALTER TABLE policy ADD COLUMN looking_log_months INTEGER NOT NULL DEFAULT 24 CHECK (looking_log_months BETWEEN 1 AND 120);

-- Both tables anew: their code is one of the list above now, and their unit one of the tree.
PRAGMA legacy_alter_table = ON;
CREATE TABLE case_file_anew (
  id TEXT PRIMARY KEY CHECK (id LIKE '________-____-____-____-____________'),
  year INTEGER NOT NULL CHECK (year BETWEEN 1000 AND 9999),
  sequence INTEGER NOT NULL CHECK (sequence >= 1),
  case_number TEXT NOT NULL UNIQUE CHECK (case_number = year || '/' || sequence),
  title TEXT NOT NULL CHECK (title <> ''),
  title_key TEXT NOT NULL,
  public_title TEXT,
  status TEXT NOT NULL CHECK (status IN (
    'Opprettet av saksbehandler', 'Under behandling', 'Ferdig fra saksbehandler', 'Avsluttet', 'Utgår')),
  case_date TEXT NOT NULL CHECK (case_date LIKE '____-__-__'),
  admin_unit TEXT NOT NULL REFERENCES admin_unit (id),
  case_owner TEXT NOT NULL REFERENCES archive_user (id),
  class_id TEXT NOT NULL REFERENCES archive_class (id),
  screening_code TEXT REFERENCES access_code (id),
  screening_legal_basis TEXT,
  screening_hides_title INTEGER CHECK (screening_hides_title IN (0, 1)),
  screening_hides_parties INTEGER CHECK (screening_hides_parties IN (0, 1)),
  screening_hides_documents INTEGER CHECK (screening_hides_documents IN (0, 1)),
  screening_group TEXT REFERENCES access_group (id),
  screening_ends_on TEXT CHECK (screening_ends_on LIKE '____-__-__'),
  created_at TEXT NOT NULL CHECK (created_at LIKE '____-__-__T__:__:__.___Z'),
  created_by TEXT NOT NULL CHECK (created_by <> ''),
  closed_at TEXT CHECK (closed_at LIKE '____-__-__T__:__:__.___Z'),
  closed_by TEXT,
  changed_at TEXT NOT NULL CHECK (changed_at LIKE '____-__-__T__:__:__.___Z'),
  UNIQUE (year, sequence),
  CHECK ((screening_code IS NULL) = (screening_legal_basis IS NULL)
    AND (screening_code IS NULL) = (screening_hides_title IS NULL)
    AND (screening_code IS NULL) = (screening_hides_parties IS NULL)
    AND (screening_code IS NULL) = (screening_hides_documents IS NULL)
    AND (screening_code IS NOT NULL OR screening_ends_on IS NULL)
    AND (screening_code IS NOT NULL OR screening_group IS NULL))
) STRICT;
INSERT INTO case_file_anew (id, year, sequence, case_number, title, title_key, public_title, status, case_date, admin_unit, case_owner, class_id, screening_code, screening_legal_basis, screening_hides_title, screening_hides_parties, screening_hides_documents, screening_group, screening_ends_on, created_at, created_by, closed_at, closed_by, changed_at)
SELECT id,
  year,
  sequence,
  case_number,
  title,
  title_key,
  public_title,
  status,
  case_date,
  coalesce((SELECT admin_unit.id FROM admin_unit WHERE admin_unit.name = trim(case_file.admin_unit)),
    (SELECT admin_unit.id FROM admin_unit WHERE parent_id IS NULL)),
  case_owner,
  class_id,
  CASE screening_restriction WHEN 'Unntatt offentlighet' THEN 'UO' WHEN 'Personalsaker' THEN 'P'
    WHEN 'Klientsaker' THEN 'KL' WHEN 'Midlertidig sperret' THEN 'XX' END,
  trim(screening_legal_basis),
  screening_hides_title,
  screening_hides_parties,
  CASE WHEN screening_restriction IS NULL THEN NULL ELSE 1 END,
  NULL,
  screening_ends_on,
  created_at,
  created_by,
  closed_at,
  closed_by,
  changed_at
FROM case_file;
DROP TABLE case_file;
ALTER TABLE case_file_anew RENAME TO case_file;
CREATE INDEX case_file_by_title ON case_file (title_key, year, sequence);
CREATE INDEX case_file_by_change ON case_file (changed_at);
CREATE INDEX case_file_owner ON case_file (case_owner);
CREATE INDEX case_file_class ON case_file (class_id);
CREATE TRIGGER case_file_number_frozen BEFORE UPDATE OF id, year, sequence, case_number ON case_file
WHEN NEW.id <> OLD.id OR NEW.case_number <> OLD.case_number
BEGIN SELECT RAISE(ABORT, 'a case number never changes'); END;
CREATE TRIGGER case_file_stays BEFORE DELETE ON case_file
BEGIN SELECT RAISE(ABORT, 'a case is never deleted'); END;
CREATE TRIGGER case_file_in_leaf_class BEFORE INSERT ON case_file
WHEN EXISTS (SELECT 1 FROM archive_class WHERE parent_id = NEW.class_id)
BEGIN SELECT RAISE(ABORT, 'a class that holds classes holds no cases'); END;
CREATE TRIGGER case_file_to_leaf_class BEFORE UPDATE OF class_id ON case_file
WHEN EXISTS (SELECT 1 FROM archive_class WHERE parent_id = NEW.class_id)
BEGIN SELECT RAISE(ABORT, 'a class that holds classes holds no cases'); END;
CREATE TRIGGER case_file_is_unit AFTER INSERT ON case_file
BEGIN INSERT INTO archive_unit VALUES (NEW.id, 'case', NEW.id, NULL); END;
CREATE INDEX case_file_screened ON case_file (screening_code, admin_unit) WHERE screening_code IS NOT NULL;

CREATE TABLE journal_entry_anew (
  id TEXT PRIMARY KEY CHECK (id LIKE '________-____-____-____-____________'),
  case_id TEXT NOT NULL REFERENCES case_file (id),
  journal_year INTEGER NOT NULL CHECK (journal_year BETWEEN 1000 AND 9999),
  journal_sequence INTEGER NOT NULL CHECK (journal_sequence >= 1),
  entry_number INTEGER NOT NULL CHECK (entry_number >= 1),
  record_number TEXT NOT NULL UNIQUE,
  type TEXT NOT NULL CHECK (type IN (
    'Inngående dokument', 'Utgående dokument', 'Organinternt dokument for oppfølging',
    'Organinternt dokument uten oppfølging', 'Saksframlegg')),
  status TEXT NOT NULL CHECK (status IN (
    'Reservert dokument', 'Ferdigstilt fra saksbehandler', 'Godkjent av leder', 'Ekspedert', 'Journalført',
    'Arkivert', 'Utgår', 'Midlertidig registrering av innkommet dokument',
    'Saksbehandler har registrert innkommet dokument')),
  title TEXT NOT NULL,
  public_title TEXT,
  non_sensitive_title TEXT,
  journal_date TEXT NOT NULL CHECK (journal_date LIKE '____-__-__'),
  document_date TEXT CHECK (document_date LIKE '____-__-__'),
  received_at TEXT CHECK (received_at LIKE '____-__-__T__:__:__.___Z'),
  sent_at TEXT CHECK (sent_at LIKE '____-__-__T__:__:__.___Z'),
  due_on TEXT CHECK (due_on LIKE '____-__-__'),
  caseworker TEXT NOT NULL REFERENCES archive_user (id),
  admin_unit TEXT NOT NULL REFERENCES admin_unit (id),
  screening_code TEXT REFERENCES access_code (id),
  screening_legal_basis TEXT,
  screening_hides_title INTEGER CHECK (screening_hides_title IN (0, 1)),
  screening_hides_parties INTEGER CHECK (screening_hides_parties IN (0, 1)),
  screening_hides_documents INTEGER CHECK (screening_hides_documents IN (0, 1)),
  screening_group TEXT REFERENCES access_group (id),
  screening_ends_on TEXT CHECK (screening_ends_on LIKE '____-__-__'),
  -- In the bin since then: shown nowhere else, and restored or gone for good within its time.
  binned_at TEXT CHECK (binned_at LIKE '____-__-__T__:__:__.___Z'),
  binned_by TEXT,
  ever_final INTEGER NOT NULL CHECK (ever_final IN (0, 1)),
  revision INTEGER NOT NULL DEFAULT 1 CHECK (revision >= 1),
  created_at TEXT NOT NULL CHECK (created_at LIKE '____-__-__T__:__:__.___Z'),
  created_by TEXT NOT NULL CHECK (created_by <> ''),
  UNIQUE (journal_year, journal_sequence),
  CHECK ((binned_at IS NULL) = (binned_by IS NULL) AND (binned_at IS NULL OR ever_final = 0)),
  UNIQUE (case_id, entry_number),
  CHECK (ever_final = 1 OR status NOT IN ('Ekspedert', 'Journalført', 'Arkivert', 'Utgår')),
  CHECK ((screening_code IS NULL) = (screening_legal_basis IS NULL)
    AND (screening_code IS NULL) = (screening_hides_title IS NULL)
    AND (screening_code IS NULL) = (screening_hides_parties IS NULL)
    AND (screening_code IS NULL) = (screening_hides_documents IS NULL)
    AND (screening_code IS NOT NULL OR screening_ends_on IS NULL)
    AND (screening_code IS NOT NULL OR screening_group IS NULL))
) STRICT;
INSERT INTO journal_entry_anew (id, case_id, journal_year, journal_sequence, entry_number, record_number, type, status, title, public_title, non_sensitive_title, journal_date, document_date, received_at, sent_at, due_on, caseworker, admin_unit, screening_code, screening_legal_basis, screening_hides_title, screening_hides_parties, screening_hides_documents, screening_group, screening_ends_on, binned_at, binned_by, ever_final, revision, created_at, created_by)
SELECT id,
  case_id,
  journal_year,
  journal_sequence,
  entry_number,
  record_number,
  type,
  status,
  title,
  public_title,
  non_sensitive_title,
  journal_date,
  document_date,
  received_at,
  sent_at,
  due_on,
  caseworker,
  coalesce((SELECT admin_unit.id FROM admin_unit WHERE admin_unit.name = trim(journal_entry.admin_unit)),
    (SELECT admin_unit.id FROM admin_unit WHERE parent_id IS NULL)),
  CASE screening_restriction WHEN 'Unntatt offentlighet' THEN 'UO' WHEN 'Personalsaker' THEN 'P'
    WHEN 'Klientsaker' THEN 'KL' WHEN 'Midlertidig sperret' THEN 'XX' END,
  trim(screening_legal_basis),
  screening_hides_title,
  screening_hides_parties,
  CASE WHEN screening_restriction IS NULL THEN NULL ELSE 1 END,
  NULL,
  screening_ends_on,
  NULL,
  NULL,
  ever_final,
  revision,
  created_at,
  created_by
FROM journal_entry;
DROP TABLE journal_entry;
ALTER TABLE journal_entry_anew RENAME TO journal_entry;
CREATE INDEX journal_entry_by_status ON journal_entry (status, type, caseworker);
CREATE INDEX journal_entry_caseworker ON journal_entry (caseworker);
CREATE TRIGGER journal_entry_number_fits BEFORE INSERT ON journal_entry
WHEN NEW.record_number IS NOT (SELECT case_number FROM case_file WHERE id = NEW.case_id) || '-' || NEW.entry_number
BEGIN SELECT RAISE(ABORT, 'the record number is the case number and the number in the case'); END;
CREATE TRIGGER journal_entry_number_frozen
BEFORE UPDATE OF id, case_id, journal_year, journal_sequence, entry_number, record_number ON journal_entry
WHEN NEW.id <> OLD.id OR NEW.case_id <> OLD.case_id OR NEW.journal_year <> OLD.journal_year
  OR NEW.journal_sequence <> OLD.journal_sequence OR NEW.entry_number <> OLD.entry_number
  OR NEW.record_number <> OLD.record_number
BEGIN SELECT RAISE(ABORT, 'the numbers of an entry never change'); END;
CREATE TRIGGER journal_entry_final_for_good BEFORE UPDATE OF ever_final ON journal_entry
WHEN NEW.ever_final < OLD.ever_final
BEGIN SELECT RAISE(ABORT, 'an entry that was final stays so marked'); END;
CREATE TRIGGER journal_entry_never_replaced BEFORE INSERT ON journal_entry
WHEN EXISTS (SELECT 1 FROM archive_unit WHERE id = NEW.id)
BEGIN SELECT RAISE(ABORT, 'an id that was used is never used again'); END;
CREATE TRIGGER journal_entry_stays BEFORE DELETE ON journal_entry
WHEN OLD.ever_final = 1 OR OLD.status <> 'Reservert dokument'
BEGIN SELECT RAISE(ABORT, 'only a reserved entry that never was final may be deleted'); END;
CREATE TRIGGER journal_entry_is_unit AFTER INSERT ON journal_entry
BEGIN
  INSERT INTO archive_unit VALUES (NEW.id, 'entry', NEW.case_id, NEW.id);
  UPDATE case_file SET changed_at = NEW.created_at WHERE id = NEW.case_id AND changed_at < NEW.created_at;
END;
CREATE INDEX journal_entry_screened ON journal_entry (screening_code, admin_unit) WHERE screening_code IS NOT NULL;
CREATE INDEX journal_entry_binned ON journal_entry (binned_at) WHERE binned_at IS NOT NULL;
PRAGMA legacy_alter_table = OFF;
DROP TABLE old_unit;
DROP TABLE old_screening;
