-- Entries whose parties are not those their job asked to sign: signers changed in the dispatch dialog never reached the
-- journal before. The document centre settles each.
CREATE TABLE party_mismatch (
  entry_id TEXT PRIMARY KEY REFERENCES journal_entry (id) ON DELETE CASCADE,
  job_id TEXT NOT NULL REFERENCES signing_job (id),
  found_at TEXT NOT NULL CHECK (found_at LIKE '____-__-__T__:__:__.___Z'),
  -- Put here by what is written alone; the program looks more closely, right after this, and takes away what agrees.
  is_checked INTEGER NOT NULL DEFAULT 0 CHECK (is_checked IN (0, 1)),
  outcome TEXT CHECK (outcome IN ('corrected', 'left')),
  settled_at TEXT CHECK (settled_at LIKE '____-__-__T__:__:__.___Z'),
  settled_by TEXT CHECK (settled_by <> ''),
  CHECK ((outcome IS NULL) = (settled_at IS NULL) AND (outcome IS NULL) = (settled_by IS NULL))
) STRICT, WITHOUT ROWID;
CREATE INDEX party_mismatch_unchecked ON party_mismatch (entry_id) WHERE is_checked = 0;
CREATE INDEX party_mismatch_job ON party_mismatch (job_id);

WITH
sent AS (
  SELECT signing_job.id AS job_id, entry_id FROM signing_job
  JOIN journal_entry ON journal_entry.id = entry_id
  WHERE is_newest = 1 AND state <> 'sendFailed' AND journal_entry.status <> 'Utgår'),
named AS (
  SELECT sent.entry_id, kind, is_firm, name, CASE is_firm WHEN 1 THEN coalesce(contact_person, '') ELSE '' END AS person,
    count(*) AS times
  FROM sent JOIN correspondence_party ON correspondence_party.entry_id = sent.entry_id
  WHERE kind IN ('Mottaker', 'Gruppemottaker') GROUP BY 1, 2, 3, 4, 5),
asked AS (
  SELECT sent.entry_id, 'Mottaker' AS kind, on_behalf_of IS NOT NULL AS is_firm, coalesce(on_behalf_of, name) AS name,
    CASE WHEN on_behalf_of IS NULL THEN '' ELSE name END AS person, count(*) AS times
  FROM sent JOIN signer ON signer.job_id = sent.job_id GROUP BY 1, 2, 3, 4, 5)
INSERT INTO party_mismatch (entry_id, job_id, found_at)
SELECT entry_id, job_id, strftime('%Y-%m-%dT%H:%M:%fZ', 'now') FROM sent
WHERE entry_id IN (SELECT entry_id FROM (SELECT * FROM named EXCEPT SELECT * FROM asked))
   OR entry_id IN (SELECT entry_id FROM (SELECT * FROM asked EXCEPT SELECT * FROM named));
