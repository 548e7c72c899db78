import { ok, type Result, refuse } from '../../../domain/basics.ts';
import { type SigningPolicy, serviceBounds } from '../../../domain/limits.ts';
import { may, type User } from '../../../domain/roles.ts';
import { logDifferences } from '../audit-log.ts';
import type { Needs } from '../needs.ts';

/** The document centre's limits, never past what the service takes; the first one out of bounds is named. */
export const decidePolicy = (
  policy: SigningPolicy,
  user: User,
): Result<SigningPolicy, 'not-allowed' | 'policy-out-of-bounds'> => {
  if (!may(user, 'change-policy')) return refuse('not-allowed');
  const bounds = [
    ['maxTitle', 1, serviceBounds.maxTitle],
    ['maxMessage', 0, serviceBounds.maxMessage],
    ['maxBytes', 10_240, serviceBounds.maxBytes],
    ['maxRecipients', 1, serviceBounds.maxRecipients],
    ['maxDeadlineDays', 1, serviceBounds.maxDeadlineDays],
    ['minDeadlineDays', 1, policy.maxDeadlineDays],
    ['defaultDeadlineDays', policy.minDeadlineDays, policy.maxDeadlineDays],
  ] as const;
  const broken = bounds.find(
    ([field, min, max]) => !Number.isInteger(policy[field]) || policy[field] < min || policy[field] > max,
  );
  return broken
    ? refuse('policy-out-of-bounds', { field: broken[0], min: broken[1], max: broken[2] })
    : ok(policy);
};

export const changePolicy =
  ({ archive, clock }: Pick<Needs, 'archive' | 'clock'>) =>
  async (
    user: User,
    policy: SigningPolicy,
  ): Promise<Result<undefined, 'not-allowed' | 'policy-out-of-bounds'>> => {
    const decision = decidePolicy(policy, user);
    if (!decision.ok) return decision;
    await archive.change(async (tx) => {
      const before = await tx.policy();
      await tx.setPolicy(policy);
      const fields = Object.fromEntries(
        (Object.keys(policy) as (keyof SigningPolicy)[]).map((field) => [
          field,
          [before[field], policy[field]] as const,
        ]),
      );
      await logDifferences(tx, 'policy', 'signing', fields, { at: clock.now(), by: user.name });
    });
    return ok(undefined);
  };
