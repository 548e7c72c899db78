import type { Instant } from '../../../domain/basics.ts';
import { partiesDisagree } from '../../../domain/party-mismatch.ts';
import type { SigningJob } from '../../../domain/signing-job.ts';
import type { PartyReader } from '../../ports/archive/parties.ts';
import type { PartyMismatchWriter } from '../../ports/archive/party-mismatches.ts';

/**
 * A job that was counted as never sent had been sent after all, and the parties may have been changed meanwhile: then the
 * document centre is told.
 */
export async function noteMismatch(
  tx: PartyReader & PartyMismatchWriter,
  { id, entryId, signers }: SigningJob,
  at: Instant,
): Promise<void> {
  if (partiesDisagree(await tx.partiesOf(entryId), signers)) await tx.addPartyMismatch(entryId, id, at);
}
