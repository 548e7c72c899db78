import type { PdfWorkshop } from '../document/open-pdf-workshop.ts';
import type { Clock } from '../domain/clock.ts';
import { type Job, signedCount } from '../domain/job.ts';
import { retentionMs } from '../domain/limits.ts';
import { deadlineOf, expire } from '../domain/transitions.ts';
import type { PortalDatabase } from '../store/database.ts';
import type { JobStore } from '../store/job-store.ts';
import type { QueueStore, Snapshot } from '../store/queue-store.ts';
import type { Organisation, TrainingCertificates } from '../training/certificates.ts';
import type { Modes } from '../training/modes.ts';

/** Everything the API and the signer's pages work on. */
export type PortalContext = {
  readonly clock: Clock;
  readonly database: PortalDatabase;
  readonly jobs: JobStore;
  readonly queues: QueueStore;
  readonly certificates: TrainingCertificates;
  readonly pdf: PdfWorkshop;
  /** Senders with API access, by number. */
  readonly senders: Map<string, Organisation>;
  /** For each broker, the senders that have authorised it. */
  readonly brokers: Map<string, ReadonlySet<string>>;
  readonly pollWaitMs: number;
  /** Changed by the control endpoint. */
  modes: Modes;
};

/** Stores a changed job and puts the message about it on the job's queue. Call inside a transaction. */
export function announce(context: PortalContext, job: Job): void {
  context.jobs.save(job);
  context.queues.put({ organisation: job.organisation, queue: job.queue }, toSnapshot(job));
}

/** Lets time do its work: passed deadlines expire, documents past their keeping are purged. */
export function settle(context: PortalContext): void {
  const now = context.clock.now();
  context.jobs.inTransaction(() => {
    for (const job of context.jobs.overdue(now)) announce(context, expire(job, deadlineOf(job) ?? now));
    for (const id of context.jobs.purgeable(now - retentionMs)) context.jobs.purge(id, now);
  });
}

const toSnapshot = (job: Job): Snapshot => ({
  job: job.id,
  ...(job.reference !== undefined && { reference: job.reference }),
  status: job.status,
  signers: job.signers.map((signer) => ({
    id: signer.id,
    ...(signer.number !== undefined && { number: signer.number }),
    ...(signer.email !== undefined && { email: signer.email }),
    ...(signer.mobile !== undefined && { mobile: signer.mobile }),
    status: signer.status,
    since: signer.since,
  })),
});

/** The signed document exists from the first signature until the documents are purged. */
export const hasSignedDocument = (job: Job) => signedCount(job) > 0 && job.documentsPurgedAt === undefined;
