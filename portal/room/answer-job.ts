import { makeLtvSdo } from '../document/ltv-sdo.ts';
import { isOpenFor, type Job, type Signer, type SignerStatus } from '../flow/job.ts';
import { endBySigners, recordSignature } from '../flow/transitions.ts';
import { lookUpPerson } from '../register.ts';
import { announce, type Room, settle } from './room.ts';

export type AnswerRefusal = 'no-such-job' | 'no-such-signer' | 'not-open';
export type AnswerResult =
  | { readonly ok: true; readonly job: Job }
  | { readonly ok: false; readonly refusal: AnswerRefusal };

/** How a signer can be pointed out: database id, identity number, e-mail address or mobile number. */
export type SignerKey = number | string;

/** The signer signs: their XAdES is made and stored, the next group opens, the sender is told. */
export function signJob(room: Room, jobId: number, key: SignerKey): AnswerResult {
  return answer(room, jobId, key, (job, signer, now) => {
    const missingName =
      signer.number !== undefined &&
      lookUpPerson(signer.number).outcome === 'name-missing' &&
      signer.signatureType === 'AUTHENTICATED_ELECTRONIC_SIGNATURE';
    if (missingName) return endBySigners(job, new Map([[signer.id, 'SIGNERS_NAME_NOT_AVAILABLE']]), now);
    const documents = room.jobs.documentsOf(job.id);
    room.jobs.saveXades(
      signer.id,
      makeLtvSdo({ job, signer, documents, at: now, seal: room.certificates.seal }),
    );
    return recordSignature(job, signer.id, now);
  });
}

/** The signer declines, or something else about one signer ends the job (`BLOCKED`, ...). */
export function endJob(room: Room, jobId: number, key: SignerKey, status: SignerStatus): AnswerResult {
  return answer(room, jobId, key, (job, signer, now) =>
    endBySigners(job, new Map([[signer.id, status]]), now),
  );
}

function answer(
  room: Room,
  jobId: number,
  key: SignerKey,
  change: (job: Job, signer: Signer, now: number) => Job,
): AnswerResult {
  settle(room);
  return room.jobs.inTransaction(() => {
    const job = room.jobs.find(jobId);
    if (!job) return { ok: false, refusal: 'no-such-job' };
    const signer = findSigner(job, key);
    if (!signer) return { ok: false, refusal: 'no-such-signer' };
    const now = room.clock.now();
    if (!isOpenFor(signer, now)) return { ok: false, refusal: 'not-open' };
    const changed = change(job, signer, now);
    announce(room, changed);
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
