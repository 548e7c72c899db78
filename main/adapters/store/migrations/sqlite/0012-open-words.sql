-- What a screening hides finds nothing and puts nothing in order for those who may not see it: the open words stand apart
-- from all words, the key of a hidden title's form for the public beside the title's own. NULL: nothing is hidden.
ALTER TABLE search_text ADD COLUMN open_words TEXT;
ALTER TABLE search_text ADD COLUMN is_binned INTEGER NOT NULL DEFAULT 0 CHECK (is_binned IN (0, 1));
ALTER TABLE case_file ADD COLUMN open_title_key TEXT;

-- Empty until the program has written them, right after this; until then nothing is found by them.
UPDATE search_text SET open_words = '' WHERE unit_id IN (
  SELECT id FROM case_file WHERE screening_code IS NOT NULL
  UNION SELECT id FROM journal_entry WHERE screening_code IS NOT NULL);
UPDATE case_file SET open_title_key = '' WHERE screening_hides_title = 1;
UPDATE search_text SET is_binned = 1 WHERE unit_id IN (SELECT id FROM journal_entry WHERE binned_at IS NOT NULL);

CREATE INDEX search_text_older ON search_text (unit_id) WHERE open_words = '';
CREATE TRIGGER journal_entry_in_bin AFTER UPDATE OF binned_at ON journal_entry
BEGIN UPDATE search_text SET is_binned = (NEW.binned_at IS NOT NULL) WHERE unit_id = NEW.id; END;

DROP INDEX case_file_by_title;
CREATE INDEX case_file_by_title ON case_file (title_key, year, sequence) WHERE open_title_key IS NULL;
CREATE INDEX case_file_by_hidden_title ON case_file (title_key, year, sequence) WHERE open_title_key IS NOT NULL;
CREATE INDEX case_file_by_open_title ON case_file (open_title_key, year, sequence) WHERE open_title_key IS NOT NULL;
