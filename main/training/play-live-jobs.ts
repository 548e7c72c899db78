import type { SigningJob } from '../../domain/signing-job.ts';
import { sendQueued } from '../usecases/dispatch/send-queued.ts';
import type { Needs } from '../usecases/needs.ts';
import { receiveChanges } from '../usecases/signing/receive-changes.ts';
import type { LiveJob } from './plan.ts';

type Playing = Needs & {
  readonly act: (act: 'sign' | 'reject', serviceJobId: string, identityNumber: string) => Promise<void>;
  /** Waits until the service allows the next question. */
  readonly waitUntil: (at: string) => Promise<void>;
};

const mostRounds = 60;

/**
 * Sends the training archive's waiting jobs to the local portal and lets synthetic persons sign or reject some of
 * them, so that the first desk a newcomer sees has real signed documents on it. What cannot be played is left as it
 * is: the outbox sends it later.
 */
export const playLiveJobs =
  (needs: Playing) =>
  async (liveJobs: readonly Pick<LiveJob, 'jobId' | 'act'>[]): Promise<void> => {
    await sendQueued(needs)();
    for (const { jobId, act } of liveJobs) {
      const job = await needs.archive.read.findJob(jobId);
      if (job?.state === 'inProgress')
        await play(needs, job, act).catch((fault: unknown) =>
          needs.log(`training job ${jobId}: ${String(fault)}`),
        );
    }
    const ending = liveJobs.filter(({ act }) => act === 'sign-all' || act === 'reject-first');
    for (let round = 0; round < mostRounds && (await anyRunning(needs, ending)); round += 1) {
      const { nextAt } = await receiveChanges(needs)();
      if (nextAt) await needs.waitUntil(nextAt);
    }
  };

async function play(needs: Playing, job: SigningJob, act: LiveJob['act']): Promise<void> {
  if (act === 'leave-waiting' || !job.serviceJobId) return;
  const sealed = await needs.archive.read.sealedSigners(job.id);
  const inOrder = [...job.signers].sort((a, b) => a.group - b.group);
  for (const signer of act === 'sign-all' ? inOrder : inOrder.slice(0, 1)) {
    const number = sealed.get(signer.id);
    if (number)
      await needs.act(
        act === 'reject-first' ? 'reject' : 'sign',
        job.serviceJobId,
        await needs.vault.open(number),
      );
  }
}

const anyRunning = async (
  needs: Playing,
  jobs: readonly Pick<LiveJob, 'jobId' | 'act'>[],
): Promise<boolean> => {
  const states = await Promise.all(
    jobs.map(async ({ jobId }) => (await needs.archive.read.findJob(jobId))?.state),
  );
  return states.includes('inProgress');
};
