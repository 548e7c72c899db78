import type { Generated } from 'kysely';
import type { JobOutcome } from '../../../domain/answer.ts';
import type {
  AccessCodeId,
  AccessGroupId,
  AnswerId,
  CalendarDate,
  CaseId,
  ClassId,
  DocumentId,
  DocumentObjectId,
  EntryId,
  Instant,
  JobId,
  PartyId,
  Sha256,
  SignerId,
  UnitId,
  UserId,
} from '../../../domain/basics.ts';
import type { LogSubject } from '../../../domain/change-log.ts';
import type { AnswerArrival } from '../../../domain/limits.ts';
import type { FailureReason, SignerState } from '../../../domain/signing-job.ts';
import type { ArchiveIdentity } from '../../ports/archive/archive-identity.ts';
import type { EntryLink } from '../../ports/archive/entry-links.ts';
import type { AccessTables, ScreenedColumns } from './access-tables.ts';
import type { MailingTables } from './mailing-tables.ts';
import type { PartyMismatchTable } from './party-mismatch-table.ts';
import type { RestorationTables } from './restoration-tables.ts';
import type { SignatureControlTables } from './signature-control-tables.ts';
import type { PlannedSuccessorTable, SigningJobTable } from './signing-job-table.ts';
import type { VaultLockTable } from './vault-lock-table.ts';

/** 0 or 1; SQLite has no other. */
type Flag = number;

export type ScreeningColumns = {
  screening_code: AccessCodeId | null;
  screening_legal_basis: string | null;
  screening_hides_title: Flag | null;
  screening_hides_parties: Flag | null;
  screening_hides_documents: Flag | null;
  screening_group: AccessGroupId | null;
  screening_ends_on: CalendarDate | null;
};

/** What `migrations/sqlite` leads to. A code's column is as narrow as its CHECK; a test holds both to the domain. */
export type ArchiveTables = RestorationTables &
  SignatureControlTables &
  AccessTables &
  MailingTables & {
    archive: {
      id: string;
      only_one: Generated<number>;
      kind: ArchiveIdentity['kind'];
      title: string;
      status: Generated<string>;
      record_creator_name: string;
      record_creator_number: string;
      created_at: Instant;
      created_by: string;
    };
    archive_part: {
      id: string;
      archive_id: string;
      title: string;
      status: Generated<string>;
      created_at: Instant;
      created_by: string;
    };
    classification_system: {
      id: string;
      archive_part_id: string;
      type: string;
      title: string;
      created_at: Instant;
      created_by: string;
    };
    archive_class: {
      id: ClassId;
      classification_system_id: string;
      parent_id: ClassId | null;
      code: string;
      title: string;
    };
    class_disposal: {
      class_id: ClassId;
      decision: string;
      legal_basis: string | null;
      retention_years: number | null;
    };
    archive_user: { id: UserId; name: string; initials: string; admin_unit: UnitId };
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
      answers_arrive_as: AnswerArrival;
      delete_at_service: Generated<Flag>;
      identity_number_basis: Generated<string>;
      looking_log_months: Generated<number>;
      renew_within_months: Generated<number>;
      deadlines_by_type: Generated<string>;
    };
    counter: { series: 'case' | 'journal' | 'entry'; scope: string; last: number };
    case_file: CaseFileTable;
    journal_entry: JournalEntryTable;
    clearance: {
      entry_id: EntryId;
      way: string;
      cleared_on: CalendarDate;
      cleared_by: string;
      by_entry: EntryId | null;
    };
    correspondence_party: {
      id: PartyId;
      entry_id: EntryId;
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
      is_screened: Generated<Flag>;
    };
    sealed_identity: { party_id: PartyId; sealed: Uint8Array };
    party_mismatch: PartyMismatchTable;
    entry_link: { from_entry: EntryId; to_entry: EntryId; kind: EntryLink['kind'] };
    dispatch_draft: { entry_id: EntryId; sealed: Uint8Array; saved_at: Instant };
    /** `seal`: version, nonce and tag of a sealed file. */
    file: { sha256: Sha256; size: number; put_at: Instant; bytes: Uint8Array; seal: Uint8Array | null };
    document_description: {
      id: DocumentId;
      is_screened: Generated<Flag>;
      title: string;
      type: string;
      status: string;
      created_at: Instant;
      created_by: string;
    };
    document_link: {
      entry_id: EntryId;
      document_id: DocumentId;
      role: string;
      number: number;
      linked_at: Instant;
      linked_by: string;
    };
    document_object: {
      id: DocumentObjectId;
      document_id: DocumentId;
      version: number;
      variant: string;
      format: string;
      format_details: string | null;
      file_name: string;
      mime: string;
      sha256: Sha256;
      size: number;
      pages: number;
      created_at: Instant;
      created_by: string;
      made_from: DocumentObjectId | null;
      signature_verification: string | null;
      signature_on: CalendarDate | null;
      signature_by: string | null;
    };
    signing_job: SigningJobTable;
    planned_successor: PlannedSuccessorTable;
    signer: {
      id: SignerId;
      job_id: JobId;
      position: number;
      party_id: PartyId | null;
      name: string;
      signing_group: number;
      on_behalf_of: string | null;
      state: SignerState;
      service_state: string | null;
      since: Instant | null;
    };
    signer_identity: { signer_id: SignerId; mark: string; sealed: Uint8Array | null };
    answer: {
      seq: Generated<number>;
      id: AnswerId;
      job_id: JobId;
      outcome: JobOutcome;
      failure: FailureReason | null;
      received_at: Instant;
      decided_at: Instant;
      signed_pdf: Sha256 | null;
      verified: Flag | null;
      verdict: string | null;
      filed_as: EntryId | null;
      confirmed_at: Instant | null;
    };
    received_answer: {
      seq: Generated<number>;
      job_id: JobId;
      received_at: Instant;
      outcome: JobOutcome;
      failure: FailureReason | null;
      decided_at: Instant;
      document: Sha256 | null;
      doubts: string;
      verdict: string | null;
    };
    received_signature: { received_seq: number; position: number; signer_name: string; sha256: Sha256 };
    answer_signature: { answer_id: AnswerId; position: number; signer_name: string; sha256: Sha256 };
    poll_time: { queue: string; next_poll_at: Instant };
    vault_lock: VaultLockTable;
    archive_unit: { id: string; kind: string; case_id: CaseId; entry_id: EntryId | null };
    change_log: {
      seq: Generated<number>;
      subject: LogSubject;
      subject_id: string;
      case_id: CaseId | null;
      entry_id: EntryId | null;
      code: string;
      facts: string;
      changed_at: Instant;
      changed_by: string;
    };
    search_text: {
      seq: Generated<number>;
      unit_id: string;
      case_id: CaseId;
      is_entry: Flag;
      words: string;
      open_words: string | null;
      is_binned: Generated<Flag>;
    };
    search_index: { rowid: number; words: string };
  };

type CaseFileTable = ScreeningColumns &
  ScreenedColumns & {
    id: CaseId;
    year: number;
    sequence: number;
    case_number: string;
    title: string;
    title_key: string;
    open_title_key: string | null;
    public_title: string | null;
    status: string;
    case_date: CalendarDate;
    admin_unit: UnitId;
    case_owner: UserId;
    class_id: ClassId;
    created_at: Instant;
    created_by: string;
    closed_at: Instant | null;
    closed_by: string | null;
    changed_at: Instant;
  };

type JournalEntryTable = ScreeningColumns &
  ScreenedColumns & {
    id: EntryId;
    case_id: CaseId;
    journal_year: number;
    journal_sequence: number;
    entry_number: number;
    record_number: string;
    type: string;
    status: string;
    title: string;
    public_title: string | null;
    non_sensitive_title: string | null;
    journal_date: CalendarDate;
    document_date: CalendarDate | null;
    received_at: Instant | null;
    sent_at: Instant | null;
    due_on: CalendarDate | null;
    caseworker: UserId;
    admin_unit: UnitId;
    binned_at: Generated<Instant | null>;
    binned_by: Generated<string | null>;
    ever_final: Flag;
    revision: Generated<number>;
    created_at: Instant;
    created_by: string;
  };
