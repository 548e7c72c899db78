import type { Actor } from '../../../domain/access/actor.ts';
import { type ArchiveRefusal, may, theArchive } from '../../../domain/access/may.ts';
import { ok, type Result } from '../../../domain/basics.ts';
import { codesOf } from '../../../domain/codes.ts';
import { decidePolicy, type SigningPolicy } from '../../../domain/limits.ts';
import type { LogWriter } from '../../ports/archive/change-log.ts';
import type { PolicyReader, PolicyWriter } from '../../ports/archive/policy.ts';
import type { ArchivePart } from '../../ports/archive-store.ts';
import { logDifferences } from '../audit-log.ts';
import type { Needs } from '../needs.ts';

type Touching = { readonly archive: ArchivePart<PolicyReader, LogWriter & PolicyWriter> };

export const changePolicy =
  ({ archive, clock }: Pick<Needs, 'clock'> & Touching) =>
  async (
    actor: Actor,
    policy: SigningPolicy,
  ): Promise<Result<undefined, ArchiveRefusal | 'policy-out-of-bounds'>> => {
    const allowed = may(actor, 'change-policy', theArchive);
    if (!allowed.ok) return allowed;
    const decision = decidePolicy(policy);
    if (!decision.ok) return decision;
    await archive.change(async (tx) => {
      const before = await tx.policy();
      await tx.setPolicy(policy);
      const fields = Object.fromEntries(
        codesOf(policy).map((field) => [field, [logged(before[field]), logged(policy[field])] as const]),
      );
      await logDifferences(tx, 'policy', 'signing', fields, { at: clock.now(), by: actor.name });
    });
    return ok(undefined);
  };

/** A table of limits as one value of the log: `kontrakt 14 (7–30)`. */
const logged = (value: SigningPolicy[keyof SigningPolicy]): string | number | boolean =>
  typeof value === 'object'
    ? Object.entries(value)
        .map(
          ([type, limits]) =>
            `${type} ${limits.defaultDeadlineDays} (${limits.minDeadlineDays}–${limits.maxDeadlineDays})`,
        )
        .join(', ')
    : value;
