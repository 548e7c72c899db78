import type { Generated } from 'kysely';
import type { CaseId, EntryId, Instant, JobId, Sha256, SignerId } from '../../../domain/basics.ts';
import type { Arrival, FailureReason, JobState } from '../../../domain/signing-job.ts';
import type { DropReason, SuccessionKind } from '../../../domain/succession.ts';

type Flag = number;

export type SigningJobTable = {
  seq: Generated<number>;
  id: JobId;
  entry_id: EntryId;
  case_id: CaseId;
  is_newest: Generated<Flag>;
  arrival: Arrival;
  state: JobState;
  failure: FailureReason | null;
  reference: string;
  service_job_id: string | null;
  title: string;
  non_sensitive_title: string | null;
  message: string;
  deadline_days: number;
  merged_sha256: Sha256;
  merged_bytes: number;
  merged_pages: number;
  ordered_by: string;
  ordered_at: Instant;
  sent_at: Instant | null;
  ended_at: Instant | null;
  next_attempt_at: Instant | null;
  attempts: number;
  last_fault_code: string | null;
  last_fault_detail: string | null;
  last_fault_at: Instant | null;
  cancellation_url: string | null;
  delete_documents_url: string | null;
  cancel_requested_at: Instant | null;
  documents_deleted_at: Generated<Instant | null>;
  succeeds: Generated<JobId | null>;
  succession: Generated<SuccessionKind | null>;
};

export type PlannedSuccessorTable = {
  seq: Generated<number>;
  job_id: JobId;
  kind: SuccessionKind;
  deadline_days: number;
  planned_by: string;
  planned_at: Instant;
  replaced_signer: SignerId | null;
  new_signer: string | null;
  mark: string | null;
  sealed: Uint8Array | null;
  asked_at: Generated<Instant | null>;
  settled_at: Generated<Instant | null>;
  dropped: Generated<DropReason | null>;
};
