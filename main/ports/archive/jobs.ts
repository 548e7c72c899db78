import type { CaseId, EntryId, Instant, JobId, PartyId, SignerId } from '../../../domain/basics.ts';
import type { JobUpdate } from '../../../domain/job-steps.ts';
import type { Signer, SigningJob } from '../../../domain/signing-job.ts';

export type NewJob = Omit<SigningJob, 'signers'> & {
  readonly signers: readonly (Signer & {
    readonly sealedIdentity: Uint8Array;
    readonly fingerprint: string;
  })[];
};

export interface JobReader {
  findJob(id: JobId): Promise<SigningJob | undefined>;
  findJobByReference(reference: string): Promise<SigningJob | undefined>;
  findJobByServiceId(serviceJobId: string): Promise<SigningJob | undefined>;
  /** Newest first. */
  jobsOf(entryId: EntryId): Promise<readonly SigningJob[]>;
  runningJobsIn(caseId: CaseId): Promise<readonly SigningJob[]>;
  jobsIn(states: readonly SigningJob['state'][]): Promise<readonly SigningJob[]>;
  /** Jobs whose answer is filed and was confirmed by then, and whose documents still lie at the service. */
  jobsToDelete(confirmedBefore: Instant): Promise<readonly SigningJob[]>;
  /** Sealed identity numbers of a job's signers; empty once purged. */
  sealedSigners(jobId: JobId): Promise<ReadonlyMap<SignerId, Uint8Array>>;
  /** Newest outcome per fingerprint among earlier jobs: who was reserved or had no contact data. */
  knownReach(fingerprints: readonly string[]): Promise<ReadonlyMap<string, 'reserved' | 'without-contact'>>;
}

export interface JobWriter {
  /** Refuses (throws {@link JobAlreadyRunning}) a second running job for the same entry. */
  addJob(job: NewJob): Promise<void>;
  changeJob(id: JobId, change: JobUpdate): Promise<void>;
  changeSigner(id: SignerId, change: Pick<Signer, 'state' | 'serviceState' | 'since'>): Promise<void>;
  /** The party that signs, where the entry's parties were made anew. */
  linkSigner(id: SignerId, partyId: PartyId): Promise<void>;
  /** Takes the identity numbers of a job and of its entry's parties away; the fingerprints stay. */
  purgeIdentities(jobId: JobId): Promise<void>;
}

export class JobAlreadyRunning extends Error {
  override readonly name = 'JobAlreadyRunning';
}
