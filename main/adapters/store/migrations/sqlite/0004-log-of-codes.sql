-- Whether a job has reached the service is known of itself, not from the last fault, which is overwritten.
ALTER TABLE signing_job ADD COLUMN arrival TEXT NOT NULL DEFAULT 'unknown'
  CHECK (arrival IN ('never', 'unknown', 'known'));
UPDATE signing_job SET arrival = CASE
  WHEN state IN ('inProgress', 'completed', 'failed') THEN 'known'
  WHEN state = 'queued' THEN 'never'
  WHEN state = 'sendFailed'
    AND last_fault_code NOT IN ('answer-lost', 'interrupted', 'fault', 'receiving') THEN 'never'
  ELSE 'unknown'
END;

-- The log holds what happened as a code with facts. What stood in one language is read back into them; a row that is
-- none of those known stays as it was, word for word, as the change of a field.
DROP TRIGGER change_log_never_changes;
ALTER TABLE change_log ADD COLUMN code TEXT NOT NULL DEFAULT 'field-changed' CHECK (code <> '');
ALTER TABLE change_log ADD COLUMN facts TEXT NOT NULL DEFAULT '{}'
  CHECK (json_valid(facts) AND json_type(facts) = 'object');
UPDATE change_log SET facts = json_object('field', field, 'before', value_before, 'after', value_after);

UPDATE change_log SET code = 'job-ordered', facts = json_object('signers',
  json('[' || replace(json_quote(substr(value_after, 10)), ', ', '","') || ']'))
WHERE subject = 'job' AND field = 'signeringsoppdrag' AND value_before = '(tom)' AND value_after GLOB 'bestilt: ?*';
UPDATE change_log SET code = 'job-sent', facts = json_object('serviceJobId', substr(value_after, 8))
WHERE subject = 'job' AND field = 'signeringsoppdrag' AND value_before = 'bestilt' AND value_after GLOB 'sendt: ?*';
UPDATE change_log SET code = 'job-refused', facts = json_object('fault', substr(value_after, 13))
WHERE subject = 'job' AND field = 'signeringsoppdrag' AND value_before = 'bestilt'
  AND value_after GLOB 'ikke sendt: ?*';
WITH said (value_before, value_after, code) AS (VALUES
  ('uavklart', 'regnet som ikke sendt', 'job-declared-unsent'),
  ('bestilt', 'trukket før sending', 'job-withdrawn'),
  ('sendt', 'avbrutt', 'job-cancel-requested'),
  ('sendt', 'for sent å avbryte', 'job-cancel-too-late'),
  ('sendt', 'fullført', 'job-completed'))
UPDATE change_log SET code = said.code, facts = '{}' FROM said
WHERE subject = 'job' AND field = 'signeringsoppdrag'
  AND change_log.value_before = said.value_before AND change_log.value_after = said.value_after;
UPDATE change_log SET code = 'job-failed', facts = json_object('failure', value_after)
WHERE subject = 'job' AND field = 'signeringsoppdrag' AND value_before = 'sendt' AND value_after IN (
  'rejected', 'expired', 'cancelled', 'reserved', 'contactMissing', 'blocked', 'nameMissing', 'other');
WITH state (word) AS (VALUES ('waiting'), ('signed'), ('rejected'), ('cancelled'), ('expired'), ('reserved'),
  ('contactInformationMissing'), ('blocked'), ('nameNotAvailable'), ('notApplicable'), ('unknown')),
said (signer, before, after, row) AS (
  SELECT substr(value_after, 1, length(value_after) - length(later.word) - 2), earlier.word, later.word, seq
  FROM change_log
  JOIN state AS later ON substr(value_after, -length(later.word) - 2) = ': ' || later.word
  JOIN state AS earlier ON value_before
    = substr(value_after, 1, length(value_after) - length(later.word) - 2) || ': ' || earlier.word
  WHERE subject = 'job' AND field = 'undertegner')
UPDATE change_log SET code = 'signer-changed',
  facts = json_object('signer', said.signer, 'before', said.before, 'after', said.after)
FROM said WHERE seq = said.row;
UPDATE change_log SET code = 'documents-deleted', facts = '{}'
WHERE subject = 'job' AND field = 'dokumenterHosTjenesten' AND value_before = 'lagret' AND value_after = 'slettet';
UPDATE change_log SET code = 'documents-not-deleted',
  facts = json_object('fault', substr(value_after, 15, length(value_after) - 15))
WHERE subject = 'job' AND field = 'dokumenterHosTjenesten' AND value_before = 'lagret'
  AND value_after GLOB 'ikke slettet (?*)';
UPDATE change_log SET code = 'answer-filed', facts = json_object('entry', value_after)
WHERE subject = 'job' AND field = 'svarFoertSom' AND value_before = '(tom)';

ALTER TABLE change_log DROP COLUMN field;
ALTER TABLE change_log DROP COLUMN value_before;
ALTER TABLE change_log DROP COLUMN value_after;
CREATE TRIGGER change_log_never_changes BEFORE UPDATE ON change_log
BEGIN SELECT RAISE(ABORT, 'the change log is append-only'); END;
