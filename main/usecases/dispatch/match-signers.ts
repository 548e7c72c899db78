import { readIdentityNumber } from '../../../domain/identity-number.ts';
import type { Signer, SigningJob } from '../../../domain/signing-job.ts';
import type { SignerChange } from '../../ports/signing-service.ts';
import { VaultLocked } from '../../ports/vault.ts';
import type { Needs } from '../needs.ts';

/** A lost key costs the names of the signers, never the answer. */
const readable = async (vault: Needs['vault'], sealed: Uint8Array): Promise<string | undefined> => {
  try {
    return await vault.open(sealed);
  } catch (fault) {
    if (fault instanceof VaultLocked) return undefined;
    throw fault;
  }
};

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
    const number = signer && (await readable(vault, sealed));
    if (number) byNumber.set(number, signer);
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
