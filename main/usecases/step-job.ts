import { type Instant, type JobId, type Result, refuse } from '../../domain/basics.ts';
import { applyToJob, type JobRefusal } from '../../domain/job-steps.ts';
import type { JobEvent } from '../../domain/job-transitions.ts';
import type { SigningJob } from '../../domain/signing-job.ts';
import type { LogWriter } from '../ports/archive/change-log.ts';
import type { JobReader, JobWriter } from '../ports/archive/jobs.ts';

type Stepping = Pick<JobReader, 'findJob'> &
  Pick<JobWriter, 'changeJob' | 'changePlan' | 'changeSigner'> &
  LogWriter;

/**
 * Takes a job one step inside a transaction: reads it as it stands there, applies the event, writes what changed and
 * what the log says of it. Gives the job as it is after. A plan is added by who made it, which alone has its number.
 */
export async function stepJob(
  tx: Stepping,
  jobId: JobId,
  event: JobEvent,
  who: { readonly at: Instant; readonly by: string },
): Promise<Result<SigningJob, JobRefusal | 'not-found'>> {
  const job = await tx.findJob(jobId);
  if (!job) return refuse('not-found');
  const step = applyToJob(job, event);
  if (!step.ok) return step;
  const { change, signers, plan, log, job: after } = step.value;
  await tx.changeJob(jobId, change);
  if (plan && event.kind !== 'succession-planned') await tx.changePlan(jobId, plan);
  for (const signer of signers) await tx.changeSigner(signer.id, signer);
  for (const logged of log) await tx.log({ ...logged, subject: 'job', subjectId: jobId, ...who });
  return { ok: true, value: after };
}
