import { plusSeconds } from '../../../domain/calendar.ts';
import type { JobEvent } from '../../../domain/job-transitions.ts';
import type { SigningJob } from '../../../domain/signing-job.ts';
import type { LogWriter } from '../../ports/archive/change-log.ts';
import type { JobReader, JobWriter } from '../../ports/archive/jobs.ts';
import type { PolicyReader } from '../../ports/archive/policy.ts';
import type { ArchivePart } from '../../ports/archive-store.ts';
import { ServiceRefusal } from '../../ports/signing-service.ts';
import { systemName } from '../audit-log.ts';
import type { Needs } from '../needs.ts';
import { stepJob } from '../step-job.ts';

type Touching = { readonly archive: ArchivePart<JobReader & PolicyReader, JobWriter & LogWriter> };

/** How long an answer is in its case before the service's copy is deleted: time to see that it is the right one. */
const daySeconds = 86_400;

type Deleting = Pick<Needs, 'clock' | 'signing' | 'log'> & Touching;

/** If the policy has it on: asks the service to delete the documents of jobs whose answer was filed a day ago or more. */
export const deleteAtService = (needs: Deleting) => async (): Promise<void> => {
  const { archive, clock } = needs;
  if (!(await archive.read.policy()).deleteAtService) return;
  const dayAgo = plusSeconds(clock.now(), -daySeconds);
  for (const job of await archive.read.jobsToDelete(dayAgo)) await deleteOne(needs, job);
};

async function deleteOne({ archive, clock, signing, log }: Deleting, job: SigningJob): Promise<void> {
  if (!job.deleteDocumentsUrl) return;
  let refused: string | undefined;
  try {
    await signing.deleteDocuments(job.deleteDocumentsUrl);
  } catch (fault) {
    // Asked once: the service deletes by itself when its own time is up.
    if (!(fault instanceof ServiceRefusal)) throw fault;
    log(`documents of job ${job.serviceJobId} could not be deleted at the service: ${fault.code}`);
    refused = fault.code;
  }
  const at = clock.now();
  const event: JobEvent =
    refused === undefined ? { kind: 'documents-deleted', at } : { kind: 'documents-kept', fault: refused };
  await archive.change((tx) => stepJob(tx, job.id, event, { at, by: systemName }));
}
