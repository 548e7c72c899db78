import type { CaseId, EntryId, Instant, JobId, PartyId, SignerId } from '../../../domain/basics.ts';
import type { JobUpdate } from '../../../domain/job-steps.ts';
import type { Signer, SigningJob } from '../../../domain/signing-job.ts';
import type { PlannedSuccessor } from '../../../domain/succession.ts';

/** A person's identity number, sealed, and what the same number is known by without being opened. */
export type SignerIdentity = { readonly sealedIdentity: Uint8Array; readonly fingerprint: string };
export type NewJob = Omit<SigningJob, 'signers' | 'succeededBy' | 'plan'> & {
  readonly signers: readonly (Signer & SignerIdentity)[];
};

export interface JobReader {
  /** The newest job of each of these entries; none for those that never had one. */
  newestJobs(entryIds: readonly EntryId[]): Promise<ReadonlyMap<EntryId, SigningJob>>;
  findJob(id: JobId): Promise<SigningJob | undefined>;
  findJobByReference(reference: string): Promise<SigningJob | undefined>;
  findJobByServiceId(serviceJobId: string): Promise<SigningJob | undefined>;
  /** Newest first. */
  jobsOf(entryId: EntryId): Promise<readonly SigningJob[]>;
  runningJobsIn(caseId: CaseId): Promise<readonly SigningJob[]>;
  jobsIn(states: readonly SigningJob['state'][]): Promise<readonly SigningJob[]>;
  /** Running jobs that another shall follow, and that the service has not been asked to cancel. */
  jobsToCancel(): Promise<readonly SigningJob[]>;
  /** Jobs whose answer is filed and was confirmed by then, and whose documents still lie at the service. */
  jobsToDelete(confirmedBefore: Instant): Promise<readonly SigningJob[]>;
  /** Sealed identity numbers of a job's signers; empty once purged. */
  sealedSigners(jobId: JobId): Promise<ReadonlyMap<SignerId, Uint8Array>>;
  /** The same with their fingerprints. */
  signerIdentities(jobId: JobId): Promise<ReadonlyMap<SignerId, SignerIdentity>>;
  /** Of the one who shall sign in another's place, by the job's open plan. */
  plannedIdentity(jobId: JobId): Promise<SignerIdentity | undefined>;
  /** Jobs that ended before that time and still hold identity numbers. */
  endedWithNumbers(endedBefore: Instant): Promise<readonly SigningJob[]>;
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
  /** Plans what shall follow a job; `identity` is that of a new signer. */
  addPlan(jobId: JobId, plan: PlannedSuccessor, identity?: SignerIdentity): Promise<void>;
  /** Writes how far the open plan has come; one that is settled loses its number. */
  changePlan(jobId: JobId, plan: Pick<PlannedSuccessor, 'askedAt' | 'settledAt' | 'dropped'>): Promise<void>;
  /** Takes the identity numbers of a job's signers away; the fingerprints stay. */
  purgeSigners(jobId: JobId): Promise<void>;
  /** Those of an entry's parties, and of the draft of its dispatch. */
  purgeParties(entryId: EntryId): Promise<void>;
}

export class JobAlreadyRunning extends Error {
  override readonly name = 'JobAlreadyRunning';
}
