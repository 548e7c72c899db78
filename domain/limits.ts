import { ok, type Result, refuse } from './basics.ts';
import type { EntryStatus } from './code-lists.ts';

/** Statuses that answers may be filed with. */
export const answerArrivals = ['M', 'J'] as const satisfies readonly EntryStatus[];
export type AnswerArrival = (typeof answerArrivals)[number];

/**
 * What the document centre has decided for e-signing. Defaults are the routine of Birkenes and Lillesand; the hard
 * upper bounds are the service's own (docs/rules.md, 7 to 9).
 */
export type SigningPolicy = {
  readonly maxTitle: number;
  readonly maxMessage: number;
  readonly maxBytes: number;
  readonly maxRecipients: number;
  readonly defaultDeadlineDays: number;
  readonly minDeadlineDays: number;
  readonly maxDeadlineDays: number;
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

/** The document centre's limits, never past what the service takes; the first one out of bounds is named. */
export const decidePolicy = (policy: SigningPolicy): Result<SigningPolicy, 'policy-out-of-bounds'> => {
  const bounds = [
    ['maxTitle', 1, serviceBounds.maxTitle],
    ['maxMessage', 0, serviceBounds.maxMessage],
    ['maxBytes', 10_240, serviceBounds.maxBytes],
    ['maxRecipients', 1, serviceBounds.maxRecipients],
    ['lookingLogMonths', 1, 120],
    ['renewWithinMonths', 1, 120],
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
