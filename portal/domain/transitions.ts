import type { Job, Signer, SignerStatus } from './job.ts';

/** Opens the lowest group that waits; its members get the whole availability from `at`. */
export function openNextGroup(job: Job, at: number): Job {
  const waiting = job.signers.filter((signer) => signer.status === 'WAITING');
  const lowest = Math.min(...waiting.map((signer) => signer.order));
  const deadlineAt = at + job.availableSeconds * 1000;
  return withSigners(job, (signer) =>
    signer.status === 'WAITING' && signer.order === lowest
      ? { ...signer, activatesAt: at, deadlineAt }
      : signer,
  );
}

/** The signer has signed: the next group opens when the whole group has, the job completes when all have. */
export function recordSignature(job: Job, signerId: number, at: number): Job {
  const signed = withStatus(job, (signer) => (signer.id === signerId ? 'SIGNED' : undefined), at);
  const waiting = signed.signers.filter((signer) => signer.status === 'WAITING');
  if (waiting.length === 0) return { ...signed, status: 'COMPLETED_SUCCESSFULLY', endedAt: at };
  const groupIsDone = waiting.every((signer) => signer.activatesAt === undefined);
  return groupIsDone ? openNextGroup(signed, at) : signed;
}

/** One signer's answer or trouble ends the job for everyone who still waits. */
export function endBySigners(
  job: Job,
  ends: ReadonlyMap<number, SignerStatus>,
  at: number,
  others: SignerStatus = 'NOT_APPLICABLE',
): Job {
  const ended = withStatus(
    job,
    (signer) => ends.get(signer.id) ?? (signer.status === 'WAITING' ? others : undefined),
    at,
  );
  return { ...ended, status: 'FAILED', endedAt: at };
}

/** The sender withdraws: everyone who waits becomes CANCELLED. */
export const cancel = (job: Job, at: number) => endBySigners(job, new Map(), at, 'CANCELLED');

/** The instant at which the open group's deadline passes, if the job waits for one. */
export function deadlineOf(job: Job): number | undefined {
  const deadlines = job.signers
    .filter((signer) => signer.status === 'WAITING' && signer.deadlineAt !== undefined)
    .map((signer) => signer.deadlineAt ?? 0);
  return job.status === 'IN_PROGRESS' && deadlines.length > 0 ? Math.min(...deadlines) : undefined;
}

/** The deadline has passed: the open group is EXPIRED, groups that never opened are NOT_APPLICABLE. */
export function expire(job: Job, at: number): Job {
  const open = job.signers.filter((signer) => signer.status === 'WAITING' && signer.deadlineAt !== undefined);
  return endBySigners(job, new Map(open.map((signer) => [signer.id, 'EXPIRED'])), at);
}

function withStatus(job: Job, next: (signer: Signer) => SignerStatus | undefined, at: number): Job {
  return withSigners(job, (signer) => {
    const status = next(signer);
    return status === undefined ? signer : { ...signer, status, since: at };
  });
}

const withSigners = (job: Job, change: (signer: Signer) => Signer): Job => ({
  ...job,
  signers: job.signers.map(change),
});
