import type { EntryId, PartyId } from '../../../domain/basics.ts';
import type { KnownParty } from '../../../domain/dispatched-parties.ts';
import { correctParties, type KnownSigner, type PartyCorrection } from '../../../domain/party-mismatch.ts';
import type { SigningJob } from '../../../domain/signing-job.ts';
import type { JobReader } from '../../ports/archive/jobs.ts';
import type { PartyReader } from '../../ports/archive/parties.ts';
import type { PartyMismatchReader } from '../../ports/archive/party-mismatches.ts';
import type { Needs } from '../needs.ts';
import { readKnownParties } from './known-parties.ts';
import { openSealed } from './open-sealed.ts';

/** An entry that waits to be settled: what stands there, whom the job was sent to, and what it would become. */
export type OpenMismatch = {
  readonly job: SigningJob;
  readonly parties: readonly KnownParty[];
  readonly proposal: PartyCorrection;
  /** By the position of the signer; nothing where the number is purged. */
  readonly sealed: readonly (Uint8Array | undefined)[];
};

/** `copies`: who was not sent to and stays as a copy recipient. */
export async function readMismatch(
  needs: Pick<Needs, 'vault' | 'ids'>,
  archive: JobReader & PartyReader & PartyMismatchReader,
  entryId: EntryId,
  copies: readonly PartyId[] = [],
): Promise<OpenMismatch | undefined> {
  const mismatch = await archive.findPartyMismatch(entryId);
  const job = mismatch && (await archive.findJob(mismatch.jobId));
  if (!job) return undefined;
  const identities = await archive.sealedSigners(job.id);
  const sealed = job.signers.map(({ id }) => identities.get(id));
  const signers = await Promise.all(
    job.signers.map(async (signer, position): Promise<KnownSigner> => {
      const kept = sealed[position];
      const identityNumber = kept && (await openSealed(needs, kept));
      return { ...signer, ...(identityNumber !== undefined && { identityNumber }) };
    }),
  );
  const parties = await readKnownParties(needs, archive, entryId);
  return {
    job,
    parties,
    sealed,
    proposal: correctParties(parties, signers, copies, () => needs.ids.newId()),
  };
}
