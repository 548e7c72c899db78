import type { Actor } from '../../../domain/access/actor.ts';
import { type JobId, ok, type Result, refuse, type SignerId } from '../../../domain/basics.ts';
import type { RevealReason } from '../../../domain/reveal-reason.ts';
import type { CaseReader } from '../../ports/archive/cases.ts';
import type { LogWriter } from '../../ports/archive/change-log.ts';
import type { EntryReader } from '../../ports/archive/entries.ts';
import type { JobReader } from '../../ports/archive/jobs.ts';
import type { LookingLogWriter } from '../../ports/archive/looking-log.ts';
import type { PartyReader } from '../../ports/archive/parties.ts';
import type { ArchivePart } from '../../ports/archive-store.ts';
import { VaultLocked } from '../../ports/vault.ts';
import { mayOnEntry } from '../entries/open-for-change.ts';
import { logReveal, type RevealRefusal } from '../entries/reveal-identity.ts';
import type { Needs } from '../needs.ts';

type Touching = {
  readonly archive: ArchivePart<
    CaseReader & EntryReader & JobReader & PartyReader,
    LogWriter & LookingLogWriter
  >;
};

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
  async (
    actor: Actor,
    jobId: JobId,
    signerId: SignerId,
    reason: RevealReason,
  ): Promise<Result<string, RevealRefusal>> => {
    const { archive, vault, signerPage } = needs;
    const job = await archive.read.findJob(jobId);
    if (!job) return refuse('not-found');
    const allowed = await mayOnEntry(archive.read, actor, 'dispatch', job.entryId);
    if (!allowed.ok) return allowed;
    const signer = job.signers.find(({ id }) => id === signerId);
    const sealed = (await archive.read.sealedSigners(jobId)).get(signerId);
    if (!job.serviceJobId || !signer || !sealed) return refuse('not-found');
    // Only a service with such pages is worth a look at the number.
    if (signerPage(job.serviceJobId, '') === undefined) return refuse('not-found');
    const logged = await logReveal(needs, actor, job.entryId, { id: signerId, name: signer.name }, reason);
    if (!logged.ok) return logged;
    try {
      const address = signerPage(job.serviceJobId, await vault.open(sealed));
      return address === undefined ? refuse('not-found') : ok(address);
    } catch (fault) {
      if (fault instanceof VaultLocked) return refuse('identity-locked');
      throw fault;
    }
  };
