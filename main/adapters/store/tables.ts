import type { Generated } from 'kysely';
import type { ArchiveIdentity } from '../../ports/archive/archive-identity.ts';

/** 0 or 1; SQLite has no other. */
type Flag = number;

export type ScreeningColumns = {
  screening_restriction: string | null;
  screening_legal_basis: string | null;
  screening_hides_title: Flag | null;
  screening_hides_parties: Flag | null;
  screening_ends_on: string | null;
};

/** The schema that `migrations/sqlite` leads to, column by column. */
export type ArchiveTables = {
  archive: {
    id: string;
    only_one: Generated<number>;
    kind: ArchiveIdentity['kind'];
    title: string;
    status: Generated<string>;
    record_creator_name: string;
    record_creator_number: string;
    created_at: string;
    created_by: string;
  };
  archive_part: {
    id: string;
    archive_id: string;
    title: string;
    status: Generated<string>;
    created_at: string;
    created_by: string;
  };
  classification_system: {
    id: string;
    archive_part_id: string;
    type: string;
    title: string;
    created_at: string;
    created_by: string;
  };
  archive_class: {
    id: string;
    classification_system_id: string;
    parent_id: string | null;
    code: string;
    title: string;
  };
  class_disposal: {
    class_id: string;
    decision: string;
    legal_basis: string | null;
    retention_years: number | null;
  };
  archive_user: { id: string; name: string; initials: string; admin_unit: string };
  user_role: { user_id: string; position: number; role: string };
  policy: {
    only_one: number;
    max_title: number;
    max_message: number;
    max_bytes: number;
    max_recipients: number;
    default_deadline_days: number;
    min_deadline_days: number;
    max_deadline_days: number;
    approval_required: Flag;
    answers_arrive_as: 'M' | 'J';
    delete_at_service: Generated<Flag>;
    identity_number_basis: Generated<string>;
  };
  counter: { series: 'case' | 'journal' | 'entry'; scope: string; last: number };
  case_file: CaseFileTable;
  journal_entry: JournalEntryTable;
  clearance: {
    entry_id: string;
    way: string;
    cleared_on: string;
    cleared_by: string;
    by_entry: string | null;
  };
  correspondence_party: {
    id: string;
    entry_id: string;
    position: number;
    kind: string;
    name: string;
    is_firm: Flag;
    organisation_number: string | null;
    address: string | null;
    postal_code: string | null;
    postal_place: string | null;
    email: string | null;
    phone: string | null;
    contact_person: string | null;
  };
  sealed_identity: { party_id: string; sealed: Uint8Array };
  entry_link: { from_entry: string; to_entry: string; kind: 'answers' | 'signing-answer' };
  dispatch_draft: { entry_id: string; sealed: Uint8Array; saved_at: string };
  file: {
    sha256: string;
    size: number;
    put_at: string;
    bytes: Uint8Array;
    /** Version, nonce and tag of a sealed file. */
    seal: Uint8Array | null;
  };
  document_description: {
    id: string;
    title: string;
    type: string;
    status: string;
    created_at: string;
    created_by: string;
  };
  document_link: {
    entry_id: string;
    document_id: string;
    role: string;
    number: number;
    linked_at: string;
    linked_by: string;
  };
  document_object: {
    id: string;
    document_id: string;
    version: number;
    variant: string;
    format: string;
    format_details: string | null;
    file_name: string;
    mime: string;
    sha256: string;
    size: number;
    pages: number;
    created_at: string;
    created_by: string;
    signature_verification: string | null;
    signature_on: string | null;
    signature_by: string | null;
  };
  signing_job: SigningJobTable;
  signer: {
    id: string;
    job_id: string;
    position: number;
    name: string;
    signing_group: number;
    on_behalf_of: string | null;
    state: string;
    service_state: string | null;
    since: string | null;
  };
  signer_identity: { signer_id: string; mark: string; sealed: Uint8Array | null };
  answer: {
    seq: Generated<number>;
    id: string;
    job_id: string;
    outcome: 'completed' | 'failed';
    failure: string | null;
    received_at: string;
    decided_at: string;
    signed_pdf: string | null;
    verified: Flag | null;
    filed_as: string | null;
    confirmed_at: string | null;
  };
  answer_signature: { answer_id: string; position: number; signer_name: string; sha256: string };
  poll_time: { queue: string; next_poll_at: string };
  archive_unit: { id: string; kind: string; case_id: string; entry_id: string | null };
  change_log: {
    seq: Generated<number>;
    subject: string;
    subject_id: string;
    case_id: string | null;
    entry_id: string | null;
    code: string;
    facts: string;
    changed_at: string;
    changed_by: string;
  };
  search_text: { seq: Generated<number>; unit_id: string; case_id: string; is_entry: Flag; words: string };
  search_index: { rowid: number; words: string };
};

type CaseFileTable = ScreeningColumns & {
  id: string;
  year: number;
  sequence: number;
  case_number: string;
  title: string;
  title_key: string;
  public_title: string | null;
  status: string;
  case_date: string;
  admin_unit: string;
  case_owner: string;
  class_id: string;
  created_at: string;
  created_by: string;
  closed_at: string | null;
  closed_by: string | null;
  changed_at: string;
};

type JournalEntryTable = ScreeningColumns & {
  id: string;
  case_id: string;
  journal_year: number;
  journal_sequence: number;
  entry_number: number;
  record_number: string;
  type: string;
  status: string;
  title: string;
  public_title: string | null;
  non_sensitive_title: string | null;
  journal_date: string;
  document_date: string | null;
  received_at: string | null;
  sent_at: string | null;
  due_on: string | null;
  caseworker: string;
  admin_unit: string;
  ever_final: Flag;
  revision: Generated<number>;
  created_at: string;
  created_by: string;
};

type SigningJobTable = {
  seq: Generated<number>;
  id: string;
  entry_id: string;
  case_id: string;
  is_newest: Generated<Flag>;
  arrival: string;
  state: string;
  failure: string | null;
  reference: string;
  service_job_id: string | null;
  title: string;
  non_sensitive_title: string | null;
  message: string;
  deadline_days: number;
  merged_sha256: string;
  merged_bytes: number;
  merged_pages: number;
  ordered_by: string;
  ordered_at: string;
  sent_at: string | null;
  ended_at: string | null;
  next_attempt_at: string | null;
  attempts: number;
  last_fault_code: string | null;
  last_fault_detail: string | null;
  last_fault_at: string | null;
  cancellation_url: string | null;
  delete_documents_url: string | null;
  cancel_requested_at: string | null;
  documents_deleted_at: Generated<string | null>;
};
