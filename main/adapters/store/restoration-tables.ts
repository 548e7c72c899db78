import type { Generated } from 'kysely';
import type { EntryId, Instant, Sha256 } from '../../../domain/basics.ts';
import type { FailureReason } from '../../../domain/signing-job.ts';
import type { UnknownJob, UnknownJobId } from '../../../domain/unknown-job.ts';

/** What a restored archive keeps of the jobs it has lost and those it did not know. */
export type RestorationTables = {
  restoration: {
    seq: Generated<number>;
    noticed_at: Instant;
    ended_at: Generated<Instant | null>;
    ended_by: Generated<string | null>;
  };
  lost_job: {
    reference: string;
    entry_id: EntryId;
    noticed_at: Instant;
    answered_at: Instant | null;
    settled_at: Generated<Instant | null>;
  };
  unknown_job: {
    seq: Generated<number>;
    id: UnknownJobId;
    service_job_id: string;
    reference: string | null;
    state: UnknownJob['state'];
    failure: FailureReason | null;
    received_at: Instant;
    decided_at: Instant;
    sealed_signers: Uint8Array;
    signed_pdf: Sha256 | null;
    filed_as: Generated<EntryId | null>;
    acknowledged_at: Generated<Instant | null>;
    acknowledged_by: Generated<string | null>;
  };
  unknown_job_signature: { unknown_job_id: UnknownJobId; sha256: Sha256 };
};
