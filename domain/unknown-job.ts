import type { EntryId, Id, Instant, Sha256 } from './basics.ts';
import type { FailureReason, JobState } from './signing-job.ts';

export type UnknownJobId = Id<'unknown-job'>;

/** A job that the service tells of has been taken: what comes before is not known of it. */
export const unknownJobStates = ['inProgress', 'completed', 'failed'] as const satisfies readonly JobState[];

/** A job of ours at the service that the archive does not know: it was sent after the backup that is in use now. */
export type UnknownJob = {
  readonly id: UnknownJobId;
  readonly serviceJobId: string;
  readonly reference?: string;
  readonly state: (typeof unknownJobStates)[number];
  readonly failure?: FailureReason;
  readonly receivedAt: Instant;
  readonly decidedAt: Instant;
  /** Who was asked and how far each came, as JSON under the vault: it holds identity numbers. */
  readonly sealedSigners: Uint8Array;
  readonly signedPdf?: Sha256;
  readonly signatures: readonly Sha256[];
  readonly filedAs?: EntryId;
  /** Since when the document centre lets others be sent while it runs. */
  readonly acknowledgedAt?: Instant;
};

/** A job that is known beside the archive to have been sent for an entry, and that the archive has lost. */
export type LostJob = {
  readonly reference: string;
  readonly entryId: EntryId;
  readonly noticedAt: Instant;
  /** When its answer had been stored: then it is the answer that is lost, and perhaps the job too. */
  readonly answeredAt?: Instant;
};
