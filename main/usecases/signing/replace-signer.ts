import type { Actor } from '../../../domain/access/actor.ts';
import { decideReplacing } from '../../../domain/acts/succession-acts.ts';
import { type JobId, ok, type Result, refuse, type SignerId } from '../../../domain/basics.ts';
import { readIdentityNumber } from '../../../domain/identity-number.ts';
import { tidyTitle } from '../../../domain/title.ts';
import type { Needs } from '../needs.ts';
import { type Planning, planSuccessor, type SuccessionRefusal } from './plan-succession.ts';

type Typed = { readonly name: string; readonly identityNumber: string };
/**
 * Lets another person sign instead of one who has not answered; order, message, document and days stay. Who signs for a
 * firm is replaced by another who signs for the same firm.
 */
export const replaceSigner =
  (needs: Planning & Pick<Needs, 'training' | 'onTrial'>) =>
  async (
    actor: Actor,
    jobId: JobId,
    signerId: SignerId,
    typed: Typed,
  ): Promise<Result<undefined, SuccessionRefusal>> => {
    const name = tidyTitle(typed.name);
    const read = readIdentityNumber(typed.identityNumber);
    const identity =
      typeof read === 'string'
        ? undefined
        : {
            sealedIdentity: await needs.vault.seal(read.digits),
            fingerprint: await needs.vault.fingerprint(read.digits),
          };
    return planSuccessor(needs, actor, jobId, {
      act: 'dispatch',
      identity,
      without: signerId,
      decide: async (tx, { job, guarded }) => {
        const decision = decideReplacing(job, signerId, actor, guarded);
        if (!decision.ok) return decision;
        if (name === '') return refuse('name-missing');
        if (typeof read === 'string') return refuse('identity-number-wrong', { name, fault: read });
        if (read.synthetic && !(needs.training || (needs.onTrial?.() ?? false)))
          return refuse('signer-synthetic', { name });
        // Also the one who is to be replaced: that would change nothing.
        const same = [...(await tx.signerIdentities(jobId))].find(
          ([, { fingerprint }]) => fingerprint === identity?.fingerprint,
        );
        if (same)
          return refuse('signer-twice', { name: job.signers.find(({ id }) => id === same[0])?.name ?? name });
        return ok({ kind: 'replaced', deadlineDays: job.deadlineDays, replacement: { signerId, name } });
      },
    });
  };
