import { makeLtvSdo } from '../document/ltv-sdo.ts';
import { isOpenFor, type Job, type Signer, type SignerStatus } from '../domain/job.ts';
import { endBySigners, recordSignature } from '../domain/transitions.ts';
import { lookUpPerson } from '../training/register.ts';
import { announce, type PortalContext, settle } from './portal-context.ts';

export type AnswerRefusal = 'no-such-job' | 'no-such-signer' | 'not-open';
export type AnswerResult =
  | { readonly ok: true; readonly job: Job }
  | { readonly ok: false; readonly refusal: AnswerRefusal };

/** How a signer can be pointed out: database id, identity number, e-mail address or mobile number. */
export type SignerKey = number | string;

/** The signer signs: their XAdES is made and stored, the next group opens, the sender is told. */
export function signJob(context: PortalContext, jobId: number, key: SignerKey): AnswerResult {
  return answer(context, jobId, key, (job, signer, now) => {
    const missingName =
      signer.number !== undefined &&
      lookUpPerson(signer.number).outcome === 'name-missing' &&
      signer.signatureType === 'AUTHENTICATED_ELECTRONIC_SIGNATURE';
    if (missingName) return endBySigners(job, new Map([[signer.id, 'SIGNERS_NAME_NOT_AVAILABLE']]), now);
    const documents = context.jobs.documentsOf(job.id);
    context.jobs.saveXades(
      signer.id,
      makeLtvSdo({ job, signer, documents, at: now, seal: context.certificates.seal }),
    );
    return recordSignature(job, signer.id, now);
  });
}

/** The signer declines, or something else about one signer ends the job (`BLOCKED`, ...). */
export function endJob(
  context: PortalContext,
  jobId: number,
  key: SignerKey,
  status: SignerStatus,
): AnswerResult {
  return answer(context, jobId, key, (job, signer, now) =>
    endBySigners(job, new Map([[signer.id, status]]), now),
  );
}

function answer(
  context: PortalContext,
  jobId: number,
  key: SignerKey,
  change: (job: Job, signer: Signer, now: number) => Job,
): AnswerResult {
  settle(context);
  return context.jobs.inTransaction(() => {
    const job = context.jobs.find(jobId);
    if (!job) return { ok: false, refusal: 'no-such-job' };
    const signer = findSigner(job, key);
    if (!signer) return { ok: false, refusal: 'no-such-signer' };
    const now = context.clock.now();
    if (!isOpenFor(signer, now)) return { ok: false, refusal: 'not-open' };
    const changed = change(job, signer, now);
    announce(context, changed);
    return { ok: true, job: changed };
  });
}

export const findSigner = (job: Job, key: SignerKey): Signer | undefined =>
  job.signers.find(
    (signer) =>
      signer.id === key ||
      signer.number === key ||
      (key !== '' && (signer.email === key || signer.mobile === key)),
  );
