import { mayHaveArrived, type SigningJob } from '../../../domain/signing-job.ts';
import type { JobReader, JobWriter } from '../../ports/archive/jobs.ts';

/**
 * Takes away the numbers that are not needed once a job's answer is filed: all where everybody has signed. What came to
 * nothing may be sent again, for as long as `forgetNumbers` lets it.
 */
export async function purgeAnswered(
  tx: Pick<JobReader, 'jobsOf'> & JobWriter,
  { id, entryId }: Pick<SigningJob, 'id' | 'entryId'>,
  isSigned: boolean,
): Promise<void> {
  await tx.purgeParties(entryId);
  if (isSigned) await tx.purgeSigners(id);
  for (const other of await tx.jobsOf(entryId))
    if (other.state === 'sendFailed' && !mayHaveArrived(other)) await tx.purgeSigners(other.id);
}
