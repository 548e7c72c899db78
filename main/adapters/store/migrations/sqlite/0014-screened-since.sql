-- Since when, and by whom, something bears its access code. The change log says so (each change of a screening has its row
-- there), and these columns follow it; what was registered with a screening bears it from then on. Of older archives the
-- log is asked first. Where it does not say, `screened_known` is 0: the time is that of the registration, the earliest.
ALTER TABLE case_file ADD COLUMN screened_at TEXT CHECK (screened_at LIKE '____-__-__T__:__:__.___Z');
ALTER TABLE case_file ADD COLUMN screened_by TEXT;
ALTER TABLE case_file ADD COLUMN screened_known INTEGER NOT NULL DEFAULT 1 CHECK (screened_known IN (0, 1));
ALTER TABLE journal_entry ADD COLUMN screened_at TEXT CHECK (screened_at LIKE '____-__-__T__:__:__.___Z');
ALTER TABLE journal_entry ADD COLUMN screened_by TEXT;
ALTER TABLE journal_entry ADD COLUMN screened_known INTEGER NOT NULL DEFAULT 1 CHECK (screened_known IN (0, 1));

-- Of each thing the newest row that tells of its code, whatever the code was called then.
CREATE TEMP TABLE told AS
SELECT subject_id, changed_at, changed_by FROM (
  SELECT subject_id, changed_at, changed_by, facts ->> 'after' AS after,
    row_number() OVER (PARTITION BY subject_id ORDER BY changed_at DESC, seq DESC) AS place
  FROM change_log
  WHERE code = 'field-changed' AND subject IN ('case', 'entry') AND facts ->> 'field' = 'tilgangsrestriksjon')
WHERE place = 1 AND after <> '(tom)';
CREATE UNIQUE INDEX temp.told_of ON told (subject_id);

UPDATE case_file SET screened_at = created_at, screened_by = created_by, screened_known = 0
WHERE screening_code IS NOT NULL;
UPDATE case_file SET screened_at = told.changed_at, screened_by = told.changed_by, screened_known = 1
FROM told WHERE told.subject_id = case_file.id AND case_file.screening_code IS NOT NULL;
UPDATE journal_entry SET screened_at = created_at, screened_by = created_by, screened_known = 0
WHERE screening_code IS NOT NULL;
UPDATE journal_entry SET screened_at = told.changed_at, screened_by = told.changed_by, screened_known = 1
FROM told WHERE told.subject_id = journal_entry.id AND journal_entry.screening_code IS NOT NULL;
DROP TABLE told;

CREATE TRIGGER case_file_screened_at_birth AFTER INSERT ON case_file WHEN NEW.screening_code IS NOT NULL
BEGIN UPDATE case_file SET screened_at = NEW.created_at, screened_by = NEW.created_by WHERE id = NEW.id; END;
CREATE TRIGGER journal_entry_screened_at_birth AFTER INSERT ON journal_entry WHEN NEW.screening_code IS NOT NULL
BEGIN UPDATE journal_entry SET screened_at = NEW.created_at, screened_by = NEW.created_by WHERE id = NEW.id; END;
CREATE TRIGGER change_log_tells_of_screening AFTER INSERT ON change_log
WHEN NEW.code = 'field-changed' AND NEW.subject IN ('case', 'entry') AND NEW.facts ->> 'field' = 'tilgangsrestriksjon'
BEGIN
  UPDATE case_file SET screened_at = NEW.changed_at, screened_by = NEW.changed_by, screened_known = 1
  WHERE id = NEW.subject_id AND screening_code IS NOT NULL;
  UPDATE case_file SET screened_at = NULL, screened_by = NULL, screened_known = 1
  WHERE id = NEW.subject_id AND screening_code IS NULL;
  UPDATE journal_entry SET screened_at = NEW.changed_at, screened_by = NEW.changed_by, screened_known = 1
  WHERE id = NEW.subject_id AND screening_code IS NOT NULL;
  UPDATE journal_entry SET screened_at = NULL, screened_by = NULL, screened_known = 1
  WHERE id = NEW.subject_id AND screening_code IS NULL;
END;

CREATE INDEX case_file_screened_since ON case_file (screened_at, id) WHERE screening_code IS NOT NULL;
CREATE INDEX journal_entry_screened_since ON journal_entry (screened_at, id) WHERE screening_code IS NOT NULL;
