import { documentTypes } from '../../../domain/code-lists.ts';
import { codesOf } from '../../../domain/codes.ts';
import { type DeadlineLimits, routinePolicy, type SigningPolicy } from '../../../domain/limits.ts';
import type { PolicyReader, PolicyWriter } from '../../ports/archive/policy.ts';
import { toFlag } from './absent-values.ts';
import type { Archive } from './connection.ts';

export const policyQueries = (db: Archive) =>
  ({
    policy: () => readPolicy(db),
  }) satisfies PolicyReader;

export async function readPolicy(db: Archive): Promise<SigningPolicy> {
  const row = await db.selectFrom('policy').selectAll().executeTakeFirst();
  if (!row) return routinePolicy;
  return {
    maxTitle: row.max_title,
    maxMessage: row.max_message,
    maxBytes: row.max_bytes,
    maxRecipients: row.max_recipients,
    defaultDeadlineDays: row.default_deadline_days,
    minDeadlineDays: row.min_deadline_days,
    maxDeadlineDays: row.max_deadline_days,
    approvalRequired: row.approval_required === 1,
    answersArriveAs: row.answers_arrive_as,
    deleteAtService: row.delete_at_service === 1,
    identityNumberBasis: row.identity_number_basis,
    lookingLogMonths: row.looking_log_months,
    renewWithinMonths: row.renew_within_months,
    deadlinesByType: readDeadlines(row.deadlines_by_type),
  };
}

/** What {@link policyChanges} wrote; a type that is no longer offered, or limits that are none, count for nothing. */
function readDeadlines(text: string): SigningPolicy['deadlinesByType'] {
  const read: unknown = JSON.parse(text);
  if (typeof read !== 'object' || read === null) return {};
  const kept = codesOf(documentTypes).flatMap((type) => {
    const limits: unknown = Reflect.get(read, type);
    return isLimits(limits) ? [[type, limits] as const] : [];
  });
  return Object.fromEntries(kept);
}

const isLimits = (value: unknown): value is DeadlineLimits =>
  typeof value === 'object' &&
  value !== null &&
  ['defaultDeadlineDays', 'minDeadlineDays', 'maxDeadlineDays'].every((name) =>
    Number.isInteger(Reflect.get(value, name)),
  );

export const policyChanges = (db: Archive) =>
  ({
    setPolicy: async (policy) => {
      const columns = {
        max_title: policy.maxTitle,
        max_message: policy.maxMessage,
        max_bytes: policy.maxBytes,
        max_recipients: policy.maxRecipients,
        default_deadline_days: policy.defaultDeadlineDays,
        min_deadline_days: policy.minDeadlineDays,
        max_deadline_days: policy.maxDeadlineDays,
        approval_required: toFlag(policy.approvalRequired),
        answers_arrive_as: policy.answersArriveAs,
        delete_at_service: toFlag(policy.deleteAtService),
        identity_number_basis: policy.identityNumberBasis,
        looking_log_months: policy.lookingLogMonths,
        renew_within_months: policy.renewWithinMonths,
        deadlines_by_type: JSON.stringify(policy.deadlinesByType),
      };
      await db
        .insertInto('policy')
        .values({ only_one: 1, ...columns })
        .onConflict((conflict) => conflict.column('only_one').doUpdateSet(columns))
        .execute();
    },
  }) satisfies PolicyWriter;
