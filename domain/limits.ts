import { ok, type Result, refuse } from './basics.ts';
import type { DocumentType, EntryStatus } from './code-lists.ts';

/** Statuses that answers may be filed with. */
export const answerArrivals = ['M', 'J'] as const satisfies readonly EntryStatus[];
export type AnswerArrival = (typeof answerArrivals)[number];

/** Days that the signers of one group have. */
export type DeadlineLimits = {
  readonly defaultDeadlineDays: number;
  readonly minDeadlineDays: number;
  readonly maxDeadlineDays: number;
};

/**
 * What the document centre has decided for e-signing. Defaults are the routine of Birkenes and Lillesand; the hard
 * upper bounds are the service's own (docs/rules.md, 7 to 9).
 */
export type SigningPolicy = DeadlineLimits & {
  readonly maxTitle: number;
  readonly maxMessage: number;
  readonly maxBytes: number;
  readonly maxRecipients: number;
  /** For entries whose main document is of that type; the general ones count for all others. */
  readonly deadlinesByType: Readonly<Partial<Record<DocumentType, DeadlineLimits>>>;
  /** An outgoing entry must be G (approved by the leader) before it is dispatched. */
  readonly approvalRequired: boolean;
  /** Status given to answers when they are filed: M waits for the document centre, J is journalled at once. */
  readonly answersArriveAs: AnswerArrival;
  /** Take the documents away at the service a day after their answer was filed, rather than when its own time is up. */
  readonly deleteAtService: boolean;
  /** By which section of the law an answer is screened when it shows identity numbers. */
  readonly identityNumberBasis: string;
  /** How long the log of looking keeps who opened what is screened. */
  readonly lookingLogMonths: number;
  /** Evidence of filed signatures that must be renewed within so many months is on the document centre's list. */
  readonly renewWithinMonths: number;
};

export const routinePolicy: SigningPolicy = {
  maxTitle: 80,
  maxMessage: 220,
  maxBytes: 3_145_728,
  maxRecipients: 10,
  defaultDeadlineDays: 30,
  minDeadlineDays: 1,
  maxDeadlineDays: 90,
  deadlinesByType: {},
  approvalRequired: false,
  answersArriveAs: 'J',
  deleteAtService: false,
  identityNumberBasis: 'Offl. § 26 femte ledd',
  lookingLogMonths: 24,
  renewWithinMonths: 6,
};

/** No policy may go past what the service takes. */
export const serviceBounds = {
  maxTitle: 80,
  maxMessage: 220,
  maxBytes: 10_485_760,
  maxRecipients: 10,
  maxDeadlineDays: 90,
} as const;

/** Days before a certificate expires at which Segl warns: ordering a new one takes weeks. */
export const certificateAlarmDays = 60;

/** The policy as it counts for an entry whose main document is of that type. */
export const policyFor = (policy: SigningPolicy, type: DocumentType | undefined): SigningPolicy => ({
  ...policy,
  ...(type && policy.deadlinesByType[type]),
});

/** The document centre's limits, never past what the service takes; the first one out of bounds is named. */
export const decidePolicy = (policy: SigningPolicy): Result<SigningPolicy, 'policy-out-of-bounds'> => {
  const bounds = [
    ['maxTitle', 1, serviceBounds.maxTitle],
    ['maxMessage', 0, serviceBounds.maxMessage],
    ['maxBytes', 10_240, serviceBounds.maxBytes],
    ['maxRecipients', 1, serviceBounds.maxRecipients],
    ['lookingLogMonths', 1, 120],
    ['renewWithinMonths', 1, 120],
  ] as const;
  const broken =
    bounds.find(
      ([field, min, max]) => !Number.isInteger(policy[field]) || policy[field] < min || policy[field] > max,
    ) ??
    [policy, ...Object.values(policy.deadlinesByType)]
      .map(brokenDeadline)
      .find((found) => found !== undefined);
  return broken
    ? refuse('policy-out-of-bounds', { field: broken[0], min: broken[1], max: broken[2] })
    : ok(policy);
};

function brokenDeadline(limits: DeadlineLimits): readonly [string, number, number] | undefined {
  const bounds = [
    ['maxDeadlineDays', 1, serviceBounds.maxDeadlineDays],
    ['minDeadlineDays', 1, limits.maxDeadlineDays],
    ['defaultDeadlineDays', limits.minDeadlineDays, limits.maxDeadlineDays],
  ] as const;
  return bounds.find(
    ([field, min, max]) => !Number.isInteger(limits[field]) || limits[field] < min || limits[field] > max,
  );
}
