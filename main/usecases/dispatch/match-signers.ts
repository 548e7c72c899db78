import { type IdentityNumber, readIdentityNumber } from '../../../domain/identity-number.ts';
import type { Signer, SigningJob } from '../../../domain/signing-job.ts';
import type { JobReader } from '../../ports/archive/jobs.ts';
import type { ArchivePart } from '../../ports/archive-store.ts';
import type { SignerChange } from '../../ports/signing-service.ts';
import type { Needs } from '../needs.ts';
import { openSealed } from './open-sealed.ts';

type Touching = { readonly archive: ArchivePart<JobReader> };

export type MatchedSigner = {
  /** Ours, in the state the service tells. */
  readonly signer: Signer;
  readonly change: SignerChange;
  /** The number we asked him by; absent once it is purged. */
  readonly identityNumber?: IdentityNumber;
};
export type Match = {
  readonly ours: readonly MatchedSigner[];
  /** How many the service names whom nobody asked. */
  readonly strangers: number;
  /** Whether it can be told who is who: not where the numbers are purged, or the key to them is lost. */
  readonly sure: boolean;
};

/**
 * Our signers with the states the service tells, matched by identity number. Without the number nobody is matched, but
 * for a lone signer whose number we have purged ourselves.
 */
export async function matchSigners(
  { archive, vault }: Pick<Needs, 'vault'> & Touching,
  job: SigningJob,
  changes: readonly SignerChange[],
): Promise<Match> {
  const sealed = await archive.read.sealedSigners(job.id);
  const byNumber = new Map<string, Signer>();
  for (const signer of job.signers) {
    const kept = sealed.get(signer.id);
    const number = kept && (await openSealed({ vault }, kept));
    if (number) byNumber.set(number, signer);
  }
  const [lone] = job.signers;
  const [only] = changes;
  if (sealed.size === 0 && lone && only && job.signers.length === 1 && changes.length === 1)
    return { ours: [matched(lone, only)], strangers: 0, sure: true };
  const ours: MatchedSigner[] = [];
  for (const change of changes) {
    const identity = readIdentityNumber(change.identityNumber ?? '');
    if (typeof identity === 'string') continue;
    const signer = byNumber.get(identity.digits);
    // Told of twice, he is taken once.
    byNumber.delete(identity.digits);
    if (signer) ours.push({ ...matched(signer, change), identityNumber: identity.digits });
  }
  const sure = sealed.size > 0 && byNumber.size + ours.length === job.signers.length;
  return { ours, strangers: sure ? changes.length - ours.length : 0, sure };
}

const matched = (signer: Signer, change: SignerChange): MatchedSigner => ({
  signer: { ...signer, state: change.state, serviceState: change.serviceState, since: change.since },
  change,
});
