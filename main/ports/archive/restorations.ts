import type { EntryId, Instant } from '../../../domain/basics.ts';
import type { Mark, MarkedJob } from '../../../domain/high-water.ts';
import type { LostJob, UnknownJob, UnknownJobId } from '../../../domain/unknown-job.ts';

export interface RestorationReader {
  /** Since when the archive is known to be older than it should be; nothing is sent meanwhile. */
  restoredSince(): Promise<Instant | undefined>;
  numberMarks(): Promise<readonly Mark[]>;
  lostJobs(): Promise<readonly LostJob[]>;
  /** Settled or not. */
  findLostJob(reference: string): Promise<LostJob | undefined>;
  hasLostJob(entryId: EntryId): Promise<boolean>;
  findUnknownJob(id: UnknownJobId): Promise<UnknownJob | undefined>;
  findUnknownJobByServiceId(serviceJobId: string): Promise<UnknownJob | undefined>;
  findUnknownJobByReference(reference: string): Promise<UnknownJob | undefined>;
  /** Not filed, oldest first. */
  unfiledUnknownJobs(): Promise<readonly UnknownJob[]>;
}

export interface RestorationWriter {
  /** Opens a restoration where none is open. */
  beginRestoration(at: Instant): Promise<void>;
  endRestoration(at: Instant, by: string): Promise<void>;
  /** The next number of the series comes after the mark. */
  jumpTo(mark: Mark): Promise<void>;
  /** Once: a job that was settled stays so. */
  addLostJob(job: MarkedJob, at: Instant): Promise<void>;
  /** The job was found and filed, or the document centre has decided that it never comes. */
  settleLostJob(reference: string, at: Instant): Promise<void>;
  /** Stores what the service told last of the job; its files must have been put before. */
  putUnknownJob(job: Omit<UnknownJob, 'filedAs' | 'acknowledgedAt'>): Promise<void>;
  /** The document centre has acknowledged it: it no longer keeps others from being sent. */
  acknowledgeUnknownJob(id: UnknownJobId, at: Instant, by: string): Promise<void>;
  fileUnknownJob(id: UnknownJobId, filedAs: EntryId): Promise<void>;
}
