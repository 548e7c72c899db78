import type { Selectable } from 'kysely';
import type { Signer, SigningJob } from '../../../domain/signing-job.ts';
import { orNull, present } from './absent-values.ts';
import { storedId } from './stored-id.ts';
import type { ArchiveTables } from './tables.ts';

type JobColumns = Selectable<ArchiveTables['signing_job']>;
type SignerColumns = Selectable<ArchiveTables['signer']>;

const toSigner = (row: SignerColumns): Signer => ({
  id: storedId(row.id),
  name: row.name,
  group: row.signing_group,
  ...present('onBehalfOf', row.on_behalf_of),
  // A CHECK holds the column to the words of the type.
  state: row.state as Signer['state'],
  ...present('serviceState', row.service_state),
  ...present('since', row.since),
});

export const toJob = (row: JobColumns, signers: readonly SignerColumns[]): SigningJob => ({
  id: storedId(row.id),
  entryId: storedId(row.entry_id),
  caseId: storedId(row.case_id),
  // CHECKs hold these columns to the words of the type.
  state: row.state as SigningJob['state'],
  arrival: row.arrival as SigningJob['arrival'],
  ...present('failure', row.failure as SigningJob['failure'] | null),
  reference: row.reference,
  ...present('serviceJobId', row.service_job_id),
  title: row.title,
  ...present('nonSensitiveTitle', row.non_sensitive_title),
  message: row.message,
  deadlineDays: row.deadline_days,
  merged: { sha256: row.merged_sha256, bytes: row.merged_bytes, pages: row.merged_pages },
  signers: signers.map(toSigner),
  orderedBy: row.ordered_by,
  orderedAt: row.ordered_at,
  ...present('sentAt', row.sent_at),
  ...present('endedAt', row.ended_at),
  ...present('nextAttemptAt', row.next_attempt_at),
  attempts: row.attempts,
  ...(row.last_fault_code === null || row.last_fault_detail === null || row.last_fault_at === null
    ? {}
    : { lastFault: { code: row.last_fault_code, detail: row.last_fault_detail, at: row.last_fault_at } }),
  ...present('cancellationUrl', row.cancellation_url),
  ...present('deleteDocumentsUrl', row.delete_documents_url),
  ...present('cancelRequestedAt', row.cancel_requested_at),
  ...present('documentsDeletedAt', row.documents_deleted_at),
});

export const faultColumns = (fault: SigningJob['lastFault']) => ({
  last_fault_code: orNull(fault?.code),
  last_fault_detail: orNull(fault?.detail),
  last_fault_at: orNull(fault?.at),
});
