-- A file that shows identity numbers is encrypted under a key outside the archive. What it takes to open it (version,
-- nonce and tag) stands in `seal`; the bytes keep their length, and the digest is still that of the file itself.
ALTER TABLE file ADD COLUMN seal BLOB CHECK (seal IS NULL OR length(seal) = 29);
DROP TRIGGER file_written_once;
CREATE TRIGGER file_written_once BEFORE UPDATE ON file
WHEN OLD.seal IS NOT NULL OR NEW.seal IS NULL
  OR NEW.sha256 <> OLD.sha256 OR NEW.size <> OLD.size OR NEW.put_at <> OLD.put_at
BEGIN SELECT RAISE(ABORT, 'the bytes of a file never change'); END;

ALTER TABLE policy ADD COLUMN identity_number_basis TEXT NOT NULL
  DEFAULT 'Offl. § 26 femte ledd' CHECK (identity_number_basis <> '');
