import { readIdentityNumber } from '../domain/identity-number.ts';
import type { Signer, SigningJob } from '../domain/signing-job.ts';
import type { SignerChange } from '../ports/signing-service.ts';
import type { Needs } from './needs.ts';

/**
 * Our signers with the states the service tells, matched by identity number. Those the service does not name, or whom
 * we cannot match because the numbers are purged, are left out.
 */
export async function matchSigners(
  { archive, vault }: Pick<Needs, 'archive' | 'vault'>,
  job: SigningJob,
  changes: readonly SignerChange[],
): Promise<readonly Signer[]> {
  const byNumber = new Map<string, Signer>();
  for (const [id, sealed] of await archive.read.sealedSigners(job.id)) {
    const signer = job.signers.find((candidate) => candidate.id === id);
    if (signer) byNumber.set(await vault.open(sealed), signer);
  }
  return changes.flatMap((change) => {
    const identity = readIdentityNumber(change.identityNumber ?? '');
    const signer = typeof identity === 'string' ? undefined : byNumber.get(identity.digits);
    const only = job.signers.length === 1 && changes.length === 1 ? job.signers[0] : undefined;
    const found = signer ?? only;
    return found
      ? [{ ...found, state: change.state, serviceState: change.serviceState, since: change.since }]
      : [];
  });
}
