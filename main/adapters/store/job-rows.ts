import type { Selectable } from 'kysely';
import type { Signer, SigningJob } from '../../../domain/signing-job.ts';
import type { PlannedSuccessor, RelatedJob } from '../../../domain/succession.ts';
import { orNull } from './absent-values.ts';
import type { ArchiveTables } from './tables.ts';

type JobColumns = Selectable<ArchiveTables['signing_job']>;
type SignerColumns = Selectable<ArchiveTables['signer']>;

const toSigner = (row: SignerColumns): Signer => ({
  id: row.id,
  partyId: row.party_id ?? undefined,
  name: row.name,
  group: row.signing_group,
  onBehalfOf: row.on_behalf_of ?? undefined,
  state: row.state,
  serviceState: row.service_state ?? undefined,
  since: row.since ?? undefined,
});

type PlanColumns = Omit<Selectable<ArchiveTables['planned_successor']>, 'sealed' | 'mark'>;
const toPlan = (row: PlanColumns): PlannedSuccessor => ({
  kind: row.kind,
  deadlineDays: row.deadline_days,
  plannedBy: row.planned_by,
  plannedAt: row.planned_at,
  replacement:
    row.replaced_signer === null || row.new_signer === null
      ? undefined
      : { signerId: row.replaced_signer, name: row.new_signer },
  askedAt: row.asked_at ?? undefined,
  settledAt: row.settled_at ?? undefined,
  dropped: row.dropped ?? undefined,
});

/** Jobs before and after one, and what was planned for it last. */
export type Related = {
  readonly plan?: PlanColumns;
  readonly succeeds?: RelatedJob;
  readonly succeededBy?: RelatedJob;
};

export const toJob = (row: JobColumns, signers: readonly SignerColumns[], related: Related): SigningJob => ({
  id: row.id,
  entryId: row.entry_id,
  caseId: row.case_id,
  state: row.state,
  arrival: row.arrival,
  failure: row.failure ?? undefined,
  reference: row.reference,
  serviceJobId: row.service_job_id ?? undefined,
  title: row.title,
  nonSensitiveTitle: row.non_sensitive_title ?? undefined,
  message: row.message,
  deadlineDays: row.deadline_days,
  merged: { sha256: row.merged_sha256, bytes: row.merged_bytes, pages: row.merged_pages },
  signers: signers.map(toSigner),
  orderedBy: row.ordered_by,
  orderedAt: row.ordered_at,
  sentAt: row.sent_at ?? undefined,
  endedAt: row.ended_at ?? undefined,
  nextAttemptAt: row.next_attempt_at ?? undefined,
  attempts: row.attempts,
  ...(row.last_fault_code === null || row.last_fault_detail === null || row.last_fault_at === null
    ? {}
    : { lastFault: { code: row.last_fault_code, detail: row.last_fault_detail, at: row.last_fault_at } }),
  cancellationUrl: row.cancellation_url ?? undefined,
  deleteDocumentsUrl: row.delete_documents_url ?? undefined,
  cancelRequestedAt: row.cancel_requested_at ?? undefined,
  documentsDeletedAt: row.documents_deleted_at ?? undefined,
  cancelReason: row.cancel_reason ?? undefined,
  ...(row.followed_up_at === null || row.followed_up_by === null
    ? {}
    : {
        followedUp: {
          at: row.followed_up_at,
          by: row.followed_up_by,
          comment: row.follow_up_comment ?? '',
        },
      }),
  plan: related.plan && toPlan(related.plan),
  succeeds: related.succeeds,
  succeededBy: related.succeededBy,
});

export const followUpColumns = (followedUp: SigningJob['followedUp']) => ({
  followed_up_at: orNull(followedUp?.at),
  followed_up_by: orNull(followedUp?.by),
  follow_up_comment: orNull(followedUp?.comment),
});

export const faultColumns = (fault: SigningJob['lastFault']) => ({
  last_fault_code: orNull(fault?.code),
  last_fault_detail: orNull(fault?.detail),
  last_fault_at: orNull(fault?.at),
});
