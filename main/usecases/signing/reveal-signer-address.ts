import { type JobId, ok, type Result, refuse, type SignerId } from '../../../domain/basics.ts';
import { hasAbility, type User } from '../../../domain/roles.ts';
import type { LogWriter } from '../../ports/archive/change-log.ts';
import type { JobReader } from '../../ports/archive/jobs.ts';
import type { PartyReader } from '../../ports/archive/parties.ts';
import type { ArchivePart } from '../../ports/archive-store.ts';
import { VaultLocked } from '../../ports/vault.ts';
import { logReveal, type RevealRefusal } from '../entries/reveal-identity.ts';
import type { Needs } from '../needs.ts';

type Touching = { readonly archive: ArchivePart<JobReader & PartyReader, LogWriter> };

type Revealing = Pick<Needs, 'clock' | 'vault'> &
  Touching & {
    /** Absent where the service has no such pages. */
    readonly signerPage: (serviceJobId: string, identityNumber: string) => string | undefined;
  };

/**
 * Where one signer of the training service reads and signs. The address holds the number, so that it is given for one at
 * a time, and who asked for it is logged before it is given.
 */
export const revealSignerAddress =
  (needs: Revealing) =>
  async (user: User, jobId: JobId, signerId: SignerId): Promise<Result<string, RevealRefusal>> => {
    const { archive, vault, signerPage } = needs;
    if (!hasAbility(user, 'dispatch')) return refuse('not-allowed');
    const job = await archive.read.findJob(jobId);
    const signer = job?.signers.find(({ id }) => id === signerId);
    const sealed = (await archive.read.sealedSigners(jobId)).get(signerId);
    if (!job?.serviceJobId || !signer || !sealed) return refuse('not-found');
    // Only a service with such pages is worth a look at the number.
    if (signerPage(job.serviceJobId, '') === undefined) return refuse('not-found');
    await logReveal(needs, user, job.entryId, signer.name);
    try {
      const address = signerPage(job.serviceJobId, await vault.open(sealed));
      return address === undefined ? refuse('not-found') : ok(address);
    } catch (fault) {
      if (fault instanceof VaultLocked) return refuse('identity-locked');
      throw fault;
    }
  };
