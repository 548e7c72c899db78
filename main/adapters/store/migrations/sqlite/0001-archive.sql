-- The archive as it begins. Code columns hold the exact texts that Noark 5 obliges an archive to keep.
-- Instants are UTC with milliseconds, so that they sort as text; dates are plain calendar dates.

CREATE TABLE archive (
  id TEXT PRIMARY KEY CHECK (id LIKE '________-____-____-____-____________'),
  only_one INTEGER NOT NULL DEFAULT 1 UNIQUE CHECK (only_one = 1),
  kind TEXT NOT NULL CHECK (kind IN ('training', 'production')),
  title TEXT NOT NULL CHECK (title <> ''),
  status TEXT NOT NULL DEFAULT 'Opprettet' CHECK (status IN ('Opprettet', 'Avsluttet')),
  record_creator_name TEXT NOT NULL CHECK (record_creator_name <> ''),
  record_creator_number TEXT NOT NULL CHECK (record_creator_number <> ''),
  created_at TEXT NOT NULL CHECK (created_at LIKE '____-__-__T__:__:__.___Z'),
  created_by TEXT NOT NULL CHECK (created_by <> '')
) STRICT;

CREATE TABLE archive_part (
  id TEXT PRIMARY KEY CHECK (id LIKE '________-____-____-____-____________'),
  archive_id TEXT NOT NULL REFERENCES archive (id),
  title TEXT NOT NULL CHECK (title <> ''),
  status TEXT NOT NULL DEFAULT 'Aktiv periode'
    CHECK (status IN ('Aktiv periode', 'Overlappingsperiode', 'Avsluttet periode', 'Uaktuelle mapper')),
  created_at TEXT NOT NULL CHECK (created_at LIKE '____-__-__T__:__:__.___Z'),
  created_by TEXT NOT NULL CHECK (created_by <> '')
) STRICT;

CREATE TABLE classification_system (
  id TEXT PRIMARY KEY CHECK (id LIKE '________-____-____-____-____________'),
  archive_part_id TEXT NOT NULL REFERENCES archive_part (id),
  type TEXT NOT NULL CHECK (type IN (
    'K-koder', 'Fødselsnummer', 'Gårds- og bruksnummer', 'Funksjonsbasert, hierarkisk',
    'Emnebasert, hierarkisk arkivnøkkel', 'Emnebasert, ett nivå', 'Mangefasettert, ikke hierarki', 'Objektbasert')),
  title TEXT NOT NULL CHECK (title <> ''),
  created_at TEXT NOT NULL CHECK (created_at LIKE '____-__-__T__:__:__.___Z'),
  created_by TEXT NOT NULL CHECK (created_by <> '')
) STRICT;

CREATE TABLE archive_class (
  id TEXT PRIMARY KEY CHECK (id LIKE '________-____-____-____-____________'),
  classification_system_id TEXT NOT NULL REFERENCES classification_system (id),
  parent_id TEXT REFERENCES archive_class (id) CHECK (parent_id <> id),
  code TEXT NOT NULL CHECK (code <> ''),
  title TEXT NOT NULL CHECK (title <> ''),
  UNIQUE (classification_system_id, code)
) STRICT;
CREATE INDEX archive_class_parent ON archive_class (parent_id);

CREATE TABLE archive_user (
  id TEXT PRIMARY KEY CHECK (id LIKE '________-____-____-____-____________'),
  name TEXT NOT NULL CHECK (name <> ''),
  initials TEXT NOT NULL,
  admin_unit TEXT NOT NULL
) STRICT;
CREATE TABLE user_role (
  user_id TEXT NOT NULL REFERENCES archive_user (id),
  position INTEGER NOT NULL,
  role TEXT NOT NULL CHECK (role IN ('caseworker', 'leader', 'documentCentre', 'reader', 'systemOwner')),
  PRIMARY KEY (user_id, role)
) STRICT, WITHOUT ROWID;

-- What the document centre decided; no row means the routine's own values. Bounds are the service's.
CREATE TABLE policy (
  only_one INTEGER PRIMARY KEY CHECK (only_one = 1),
  max_title INTEGER NOT NULL CHECK (max_title BETWEEN 1 AND 80),
  max_message INTEGER NOT NULL CHECK (max_message BETWEEN 0 AND 220),
  max_bytes INTEGER NOT NULL CHECK (max_bytes BETWEEN 1 AND 10485760),
  max_recipients INTEGER NOT NULL CHECK (max_recipients BETWEEN 1 AND 10),
  default_deadline_days INTEGER NOT NULL,
  min_deadline_days INTEGER NOT NULL CHECK (min_deadline_days >= 1),
  max_deadline_days INTEGER NOT NULL CHECK (max_deadline_days <= 90),
  approval_required INTEGER NOT NULL CHECK (approval_required IN (0, 1)),
  answers_arrive_as TEXT NOT NULL CHECK (answers_arrive_as IN ('M', 'J')),
  CHECK (default_deadline_days BETWEEN min_deadline_days AND max_deadline_days)
) STRICT;

-- The last number given in each series. It only grows, so no number is given twice.
CREATE TABLE counter (
  series TEXT NOT NULL CHECK (series IN ('case', 'journal', 'entry')),
  scope TEXT NOT NULL,
  last INTEGER NOT NULL CHECK (last >= 1),
  PRIMARY KEY (series, scope)
) STRICT, WITHOUT ROWID;
CREATE TRIGGER counter_grows BEFORE UPDATE ON counter
WHEN NEW.last <= OLD.last OR NEW.series <> OLD.series OR NEW.scope <> OLD.scope
BEGIN SELECT RAISE(ABORT, 'a number series only grows'); END;
CREATE TRIGGER counter_stays BEFORE DELETE ON counter
BEGIN SELECT RAISE(ABORT, 'a number series is never forgotten'); END;

CREATE TABLE case_file (
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
  admin_unit TEXT NOT NULL,
  case_owner TEXT NOT NULL REFERENCES archive_user (id),
  class_id TEXT NOT NULL REFERENCES archive_class (id),
  screening_restriction TEXT CHECK (screening_restriction IN (
    'Unntatt offentlighet', 'Personalsaker', 'Klientsaker', 'Midlertidig sperret')),
  screening_legal_basis TEXT,
  screening_hides_title INTEGER CHECK (screening_hides_title IN (0, 1)),
  screening_hides_parties INTEGER CHECK (screening_hides_parties IN (0, 1)),
  screening_ends_on TEXT CHECK (screening_ends_on LIKE '____-__-__'),
  created_at TEXT NOT NULL CHECK (created_at LIKE '____-__-__T__:__:__.___Z'),
  created_by TEXT NOT NULL CHECK (created_by <> ''),
  closed_at TEXT CHECK (closed_at LIKE '____-__-__T__:__:__.___Z'),
  closed_by TEXT,
  changed_at TEXT NOT NULL CHECK (changed_at LIKE '____-__-__T__:__:__.___Z'),
  UNIQUE (year, sequence),
  CHECK ((screening_restriction IS NULL) = (screening_legal_basis IS NULL)
    AND (screening_restriction IS NULL) = (screening_hides_title IS NULL)
    AND (screening_restriction IS NULL) = (screening_hides_parties IS NULL)
    AND (screening_restriction IS NOT NULL OR screening_ends_on IS NULL))
) STRICT;
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
CREATE TRIGGER archive_class_under_empty_class BEFORE INSERT ON archive_class
WHEN EXISTS (SELECT 1 FROM case_file WHERE class_id = NEW.parent_id)
BEGIN SELECT RAISE(ABORT, 'a class that holds cases holds no classes'); END;
CREATE TRIGGER archive_class_moved_under_empty_class BEFORE UPDATE OF parent_id ON archive_class
WHEN EXISTS (SELECT 1 FROM case_file WHERE class_id = NEW.parent_id)
BEGIN SELECT RAISE(ABORT, 'a class that holds cases holds no classes'); END;

CREATE TABLE journal_entry (
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
  admin_unit TEXT NOT NULL,
  screening_restriction TEXT CHECK (screening_restriction IN (
    'Unntatt offentlighet', 'Personalsaker', 'Klientsaker', 'Midlertidig sperret')),
  screening_legal_basis TEXT,
  screening_hides_title INTEGER CHECK (screening_hides_title IN (0, 1)),
  screening_hides_parties INTEGER CHECK (screening_hides_parties IN (0, 1)),
  screening_ends_on TEXT CHECK (screening_ends_on LIKE '____-__-__'),
  ever_final INTEGER NOT NULL CHECK (ever_final IN (0, 1)),
  revision INTEGER NOT NULL DEFAULT 1 CHECK (revision >= 1),
  created_at TEXT NOT NULL CHECK (created_at LIKE '____-__-__T__:__:__.___Z'),
  created_by TEXT NOT NULL CHECK (created_by <> ''),
  UNIQUE (journal_year, journal_sequence),
  UNIQUE (case_id, entry_number),
  CHECK (ever_final = 1 OR status NOT IN ('Ekspedert', 'Journalført', 'Arkivert', 'Utgår')),
  CHECK ((screening_restriction IS NULL) = (screening_legal_basis IS NULL)
    AND (screening_restriction IS NULL) = (screening_hides_title IS NULL)
    AND (screening_restriction IS NULL) = (screening_hides_parties IS NULL)
    AND (screening_restriction IS NOT NULL OR screening_ends_on IS NULL))
) STRICT;
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

CREATE TABLE clearance (
  entry_id TEXT PRIMARY KEY REFERENCES journal_entry (id) ON DELETE CASCADE,
  way TEXT NOT NULL CHECK (way IN (
    'Besvart med brev', 'Besvart med e-post', 'Besvart på telefon', 'Tatt til etterretning',
    'Tatt til orientering', 'Besvart med notat', 'Saken ble avsluttet')),
  cleared_on TEXT NOT NULL CHECK (cleared_on LIKE '____-__-__'),
  cleared_by TEXT NOT NULL CHECK (cleared_by <> ''),
  by_entry TEXT REFERENCES journal_entry (id)
) STRICT, WITHOUT ROWID;
CREATE INDEX clearance_by_entry ON clearance (by_entry);

CREATE TABLE correspondence_party (
  id TEXT PRIMARY KEY CHECK (id LIKE '________-____-____-____-____________'),
  entry_id TEXT NOT NULL REFERENCES journal_entry (id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN (
    'Avsender', 'Mottaker', 'Kopimottaker', 'Gruppemottaker', 'Intern avsender', 'Intern mottaker',
    'Intern kopimottaker', 'Medavsender')),
  name TEXT NOT NULL,
  is_firm INTEGER NOT NULL CHECK (is_firm IN (0, 1)),
  organisation_number TEXT CHECK (organisation_number GLOB '[0-9][0-9][0-9][0-9][0-9][0-9][0-9][0-9][0-9]'),
  address TEXT,
  postal_code TEXT,
  postal_place TEXT,
  email TEXT,
  phone TEXT,
  contact_person TEXT,
  CHECK (is_firm = 1 OR organisation_number IS NULL)
) STRICT;
CREATE INDEX correspondence_party_of_entry ON correspondence_party (entry_id, position);

-- Identity numbers are encrypted and stand apart from the journal, so that no list or export can carry them along.
CREATE TABLE sealed_identity (
  party_id TEXT PRIMARY KEY REFERENCES correspondence_party (id) ON DELETE CASCADE,
  sealed BLOB NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE entry_link (
  from_entry TEXT NOT NULL REFERENCES journal_entry (id) ON DELETE CASCADE,
  to_entry TEXT NOT NULL REFERENCES journal_entry (id) ON DELETE CASCADE,
  kind TEXT NOT NULL CHECK (kind IN ('answers', 'signing-answer')),
  PRIMARY KEY (from_entry, to_entry, kind),
  CHECK (from_entry <> to_entry)
) STRICT, WITHOUT ROWID;
CREATE INDEX entry_link_to ON entry_link (to_entry);

CREATE TABLE dispatch_draft (
  entry_id TEXT PRIMARY KEY REFERENCES journal_entry (id) ON DELETE CASCADE,
  sealed BLOB NOT NULL,
  saved_at TEXT NOT NULL CHECK (saved_at LIKE '____-__-__T__:__:__.___Z')
) STRICT;

CREATE TABLE file (
  sha256 TEXT PRIMARY KEY CHECK (length(sha256) = 64 AND sha256 NOT GLOB '*[^0-9a-f]*'),
  size INTEGER NOT NULL CHECK (size >= 1),
  put_at TEXT NOT NULL CHECK (put_at LIKE '____-__-__T__:__:__.___Z'),
  bytes BLOB NOT NULL CHECK (length(bytes) = size)
) STRICT;
CREATE TRIGGER file_written_once BEFORE UPDATE ON file
BEGIN SELECT RAISE(ABORT, 'the bytes of a file never change'); END;

-- The same bytes again are no fault: the first ones stay.
CREATE TRIGGER file_stored_once BEFORE INSERT ON file
WHEN EXISTS (SELECT 1 FROM file WHERE sha256 = NEW.sha256)
BEGIN SELECT RAISE(IGNORE); END;

CREATE TABLE document_description (
  id TEXT PRIMARY KEY CHECK (id LIKE '________-____-____-____-____________'),
  title TEXT NOT NULL,
  type TEXT NOT NULL CHECK (type IN (
    'Brev', 'Kontrakt', 'Rundskriv', 'Faktura', 'Ordrebekreftelse', 'Signert dokument', 'Avslag på signering')),
  status TEXT NOT NULL CHECK (status IN ('Dokumentet er under redigering', 'Dokumentet er ferdigstilt')),
  created_at TEXT NOT NULL CHECK (created_at LIKE '____-__-__T__:__:__.___Z'),
  created_by TEXT NOT NULL CHECK (created_by <> '')
) STRICT;

CREATE TABLE document_link (
  entry_id TEXT NOT NULL REFERENCES journal_entry (id) ON DELETE CASCADE,
  document_id TEXT NOT NULL REFERENCES document_description (id),
  role TEXT NOT NULL CHECK (role IN ('Hoveddokument', 'Vedlegg')),
  number INTEGER NOT NULL CHECK (number >= 1),
  linked_at TEXT NOT NULL CHECK (linked_at LIKE '____-__-__T__:__:__.___Z'),
  linked_by TEXT NOT NULL CHECK (linked_by <> ''),
  PRIMARY KEY (entry_id, document_id),
  UNIQUE (entry_id, number),
  CHECK ((number = 1) = (role = 'Hoveddokument'))
) STRICT;
CREATE INDEX document_link_document ON document_link (document_id);
CREATE TRIGGER document_link_of_final_entry_stays BEFORE DELETE ON document_link
WHEN (SELECT ever_final FROM journal_entry WHERE id = OLD.entry_id) = 1
BEGIN SELECT RAISE(ABORT, 'a document of an entry that was final is never removed'); END;

CREATE TABLE document_object (
  id TEXT PRIMARY KEY CHECK (id LIKE '________-____-____-____-____________'),
  document_id TEXT NOT NULL REFERENCES document_description (id) ON DELETE CASCADE,
  version INTEGER NOT NULL CHECK (version >= 1),
  variant TEXT NOT NULL CHECK (variant IN (
    'Produksjonsformat', 'Arkivformat', 'Dokument hvor deler av innholdet er skjermet')),
  format TEXT NOT NULL CHECK (format <> ''),
  format_details TEXT,
  file_name TEXT NOT NULL CHECK (file_name <> ''),
  mime TEXT NOT NULL CHECK (mime <> ''),
  sha256 TEXT NOT NULL REFERENCES file (sha256),
  size INTEGER NOT NULL,
  pages INTEGER NOT NULL CHECK (pages >= 0),
  created_at TEXT NOT NULL CHECK (created_at LIKE '____-__-__T__:__:__.___Z'),
  created_by TEXT NOT NULL CHECK (created_by <> ''),
  signature_verification TEXT
    CHECK (signature_verification IN ('Signatur påført, ikke verifisert', 'Signatur påført og verifisert')),
  signature_on TEXT CHECK (signature_on LIKE '____-__-__'),
  signature_by TEXT,
  UNIQUE (document_id, variant, version),
  CHECK ((signature_verification IS NULL) = (signature_on IS NULL)
    AND (signature_verification IS NULL) = (signature_by IS NULL))
) STRICT;
CREATE INDEX document_object_file ON document_object (sha256);
CREATE TRIGGER document_object_size_fits BEFORE INSERT ON document_object
WHEN NEW.size IS NOT (SELECT size FROM file WHERE sha256 = NEW.sha256)
BEGIN SELECT RAISE(ABORT, 'a document object has the size of a file that was put before'); END;
CREATE TRIGGER document_object_written_once BEFORE UPDATE ON document_object
BEGIN SELECT RAISE(ABORT, 'a document object never changes; a new version is added'); END;

CREATE TABLE signing_job (
  seq INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE CHECK (id LIKE '________-____-____-____-____________'),
  entry_id TEXT NOT NULL REFERENCES journal_entry (id),
  case_id TEXT NOT NULL REFERENCES case_file (id),
  is_newest INTEGER NOT NULL DEFAULT 0 CHECK (is_newest IN (0, 1)),
  state TEXT NOT NULL CHECK (state IN (
    'queued', 'sending', 'uncertain', 'inProgress', 'completed', 'failed', 'sendFailed')),
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
  CHECK (failure IS NULL OR state = 'failed'),
  CHECK ((last_fault_code IS NULL) = (last_fault_detail IS NULL)
    AND (last_fault_code IS NULL) = (last_fault_at IS NULL))
) STRICT;
CREATE UNIQUE INDEX signing_job_one_running ON signing_job (entry_id)
  WHERE state IN ('queued', 'sending', 'uncertain', 'inProgress');
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

CREATE TABLE signer (
  id TEXT PRIMARY KEY CHECK (id LIKE '________-____-____-____-____________'),
  job_id TEXT NOT NULL REFERENCES signing_job (id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  name TEXT NOT NULL,
  signing_group INTEGER NOT NULL CHECK (signing_group BETWEEN 0 AND 9),
  on_behalf_of TEXT,
  state TEXT NOT NULL CHECK (state IN (
    'waiting', 'signed', 'rejected', 'cancelled', 'expired', 'reserved', 'contactInformationMissing', 'blocked',
    'nameNotAvailable', 'notApplicable', 'unknown')),
  service_state TEXT,
  since TEXT CHECK (since LIKE '____-__-__T__:__:__.___Z'),
  UNIQUE (job_id, position)
) STRICT;

CREATE TABLE signer_identity (
  signer_id TEXT PRIMARY KEY REFERENCES signer (id) ON DELETE CASCADE,
  mark TEXT NOT NULL CHECK (mark <> ''),
  sealed BLOB
) STRICT, WITHOUT ROWID;
CREATE INDEX signer_identity_mark ON signer_identity (mark);

CREATE TABLE answer (
  seq INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE CHECK (id LIKE '________-____-____-____-____________'),
  job_id TEXT NOT NULL UNIQUE REFERENCES signing_job (id),
  outcome TEXT NOT NULL CHECK (outcome IN ('completed', 'failed')),
  failure TEXT CHECK (failure IN (
    'rejected', 'expired', 'cancelled', 'reserved', 'contactMissing', 'blocked', 'nameMissing', 'other')),
  received_at TEXT NOT NULL CHECK (received_at LIKE '____-__-__T__:__:__.___Z'),
  decided_at TEXT NOT NULL CHECK (decided_at LIKE '____-__-__T__:__:__.___Z'),
  signed_pdf TEXT REFERENCES file (sha256),
  verified INTEGER CHECK (verified IN (0, 1)),
  filed_as TEXT REFERENCES journal_entry (id),
  confirmed_at TEXT CHECK (confirmed_at LIKE '____-__-__T__:__:__.___Z'),
  CHECK (failure IS NULL OR outcome = 'failed'),
  CHECK (signed_pdf IS NOT NULL OR verified IS NULL)
) STRICT;
CREATE INDEX answer_unfiled ON answer (received_at) WHERE filed_as IS NULL;
CREATE INDEX answer_filed_as ON answer (filed_as);
CREATE INDEX answer_file ON answer (signed_pdf);
CREATE TRIGGER answer_content_stays
BEFORE UPDATE OF id, job_id, outcome, failure, received_at, decided_at, signed_pdf, verified ON answer
BEGIN SELECT RAISE(ABORT, 'an answer never changes'); END;
CREATE TRIGGER answer_filed_once BEFORE UPDATE OF filed_as ON answer
WHEN OLD.filed_as IS NOT NULL AND NEW.filed_as IS NOT OLD.filed_as
BEGIN SELECT RAISE(ABORT, 'an answer is filed once'); END;
CREATE TRIGGER answer_never_replaced BEFORE INSERT ON answer
WHEN EXISTS (SELECT 1 FROM answer WHERE seq = NEW.seq OR id = NEW.id)
BEGIN SELECT RAISE(ABORT, 'an answer never changes'); END;
CREATE TRIGGER answer_stays BEFORE DELETE ON answer
BEGIN SELECT RAISE(ABORT, 'an answer is never deleted'); END;

CREATE TABLE answer_signature (
  answer_id TEXT NOT NULL REFERENCES answer (id),
  position INTEGER NOT NULL,
  signer_name TEXT NOT NULL,
  sha256 TEXT NOT NULL REFERENCES file (sha256),
  PRIMARY KEY (answer_id, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX answer_signature_file ON answer_signature (sha256);

CREATE TABLE poll_time (
  queue TEXT PRIMARY KEY,
  next_poll_at TEXT NOT NULL CHECK (next_poll_at LIKE '____-__-__T__:__:__.___Z')
) STRICT, WITHOUT ROWID;

-- Where each numbered thing belongs, kept after the thing itself is gone: the log still finds its case, and an id
-- that was used is never used again.
CREATE TABLE archive_unit (
  id TEXT PRIMARY KEY,
  kind TEXT NOT NULL CHECK (kind IN ('case', 'entry', 'document', 'job', 'answer')),
  case_id TEXT NOT NULL REFERENCES case_file (id),
  entry_id TEXT
) STRICT, WITHOUT ROWID;
CREATE TRIGGER archive_unit_stays BEFORE DELETE ON archive_unit
BEGIN SELECT RAISE(ABORT, 'an id that was used is never forgotten'); END;
CREATE TRIGGER case_file_is_unit AFTER INSERT ON case_file
BEGIN INSERT INTO archive_unit VALUES (NEW.id, 'case', NEW.id, NULL); END;
CREATE TRIGGER journal_entry_is_unit AFTER INSERT ON journal_entry
BEGIN
  INSERT INTO archive_unit VALUES (NEW.id, 'entry', NEW.case_id, NEW.id);
  UPDATE case_file SET changed_at = NEW.created_at WHERE id = NEW.case_id AND changed_at < NEW.created_at;
END;
CREATE TRIGGER document_link_is_unit AFTER INSERT ON document_link
BEGIN
  INSERT INTO archive_unit
  SELECT NEW.document_id, 'document', case_id, id FROM journal_entry
  WHERE id = NEW.entry_id AND NOT EXISTS (SELECT 1 FROM archive_unit WHERE id = NEW.document_id);
END;
CREATE TRIGGER signing_job_is_unit AFTER INSERT ON signing_job
BEGIN INSERT INTO archive_unit VALUES (NEW.id, 'job', NEW.case_id, NEW.entry_id); END;
CREATE TRIGGER answer_is_unit AFTER INSERT ON answer
BEGIN
  INSERT INTO archive_unit SELECT NEW.id, 'answer', case_id, entry_id FROM signing_job WHERE id = NEW.job_id;
END;

CREATE TABLE change_log (
  seq INTEGER PRIMARY KEY AUTOINCREMENT,
  subject TEXT NOT NULL CHECK (subject IN ('case', 'entry', 'document', 'job', 'answer', 'policy', 'user')),
  subject_id TEXT NOT NULL CHECK (subject_id <> ''),
  case_id TEXT REFERENCES case_file (id),
  entry_id TEXT,
  field TEXT NOT NULL CHECK (field <> ''),
  value_before TEXT NOT NULL CHECK (value_before <> ''),
  value_after TEXT NOT NULL CHECK (value_after <> ''),
  changed_at TEXT NOT NULL CHECK (changed_at LIKE '____-__-__T__:__:__.___Z'),
  changed_by TEXT NOT NULL CHECK (changed_by <> ''),
  CHECK (subject IN ('policy', 'user') OR case_id IS NOT NULL)
) STRICT;
CREATE INDEX change_log_of_case ON change_log (case_id, changed_at, seq);
CREATE INDEX change_log_of_entry ON change_log (entry_id, changed_at, seq);
CREATE INDEX change_log_by_person ON change_log (changed_by, case_id, changed_at);
CREATE TRIGGER change_log_never_changes BEFORE UPDATE ON change_log
BEGIN SELECT RAISE(ABORT, 'the change log is append-only'); END;
-- REPLACE deletes without asking a DELETE trigger, so what must stay is guarded on the way in too.
CREATE TRIGGER change_log_never_replaced BEFORE INSERT ON change_log
WHEN EXISTS (SELECT 1 FROM change_log WHERE seq = NEW.seq)
BEGIN SELECT RAISE(ABORT, 'the change log is append-only'); END;
CREATE TRIGGER change_log_stays BEFORE DELETE ON change_log
BEGIN SELECT RAISE(ABORT, 'the change log is append-only'); END;
CREATE TRIGGER change_log_touches_case AFTER INSERT ON change_log
BEGIN
  UPDATE case_file SET changed_at = NEW.changed_at WHERE id = NEW.case_id AND changed_at < NEW.changed_at;
END;

-- Folded words of each case and entry, between single spaces. Trigrams serve truncation at both ends.
CREATE TABLE search_text (
  seq INTEGER PRIMARY KEY,
  unit_id TEXT NOT NULL UNIQUE,
  case_id TEXT NOT NULL REFERENCES case_file (id),
  is_entry INTEGER NOT NULL CHECK (is_entry IN (0, 1)),
  words TEXT NOT NULL
) STRICT;
CREATE INDEX search_text_of_case ON search_text (case_id);
CREATE VIRTUAL TABLE search_index USING fts5 (
  words, content = 'search_text', content_rowid = 'seq', tokenize = 'trigram');
CREATE TRIGGER search_text_added AFTER INSERT ON search_text
BEGIN INSERT INTO search_index (rowid, words) VALUES (NEW.seq, NEW.words); END;
CREATE TRIGGER search_text_changed AFTER UPDATE OF words ON search_text
BEGIN
  INSERT INTO search_index (search_index, rowid, words) VALUES ('delete', OLD.seq, OLD.words);
  INSERT INTO search_index (rowid, words) VALUES (NEW.seq, NEW.words);
END;
CREATE TRIGGER search_text_removed AFTER DELETE ON search_text
BEGIN INSERT INTO search_index (search_index, rowid, words) VALUES ('delete', OLD.seq, OLD.words); END;
