import type { Party } from '../documents.ts';
import type { SigningJob } from '../signing-job.ts';
import type { Actor } from './actor.ts';
import { type JobSurroundings, showJob } from './show-job.ts';
import { asShown, hiddenBy, type Shown, showParties, type WithSight } from './shown.ts';
import { guardedEntry } from './sight.ts';

/** What the journal says, whom the job was sent to, and what is proposed. */
export type MismatchSight = {
  readonly parties: readonly Shown<WithSight<Party>>[];
  readonly signers: SigningJob['signers'];
  /** Only for who may see all of it; nobody else can settle it. */
  readonly proposal?: { readonly parties: readonly Party[]; readonly notSentTo: readonly Party[] };
};

export function showMismatch(
  actor: Actor,
  job: SigningJob,
  proposal: NonNullable<MismatchSight['proposal']>,
  around: JobSurroundings,
): Shown<MismatchSight> {
  const { entry, caseFile, parties } = around;
  const hidden = hiddenBy(actor, guardedEntry(entry, caseFile));
  return asShown({
    parties: showParties(actor, parties, entry, caseFile),
    signers: showJob(actor, job, around).signers,
    ...(!hidden && { proposal }),
  });
}
