import type { Result } from './basics.ts';
import { isRefusal, type Refusal, type RefusalCode } from './refusals.ts';

/** May this be done now, and if not, why. */
export type Decision = { readonly may: true } | ({ readonly may: false } & Refusal);

export const toDecision = (result: Result<unknown, RefusalCode>): Decision =>
  result.ok ? { may: true } : { may: false, ...result.refusal };

export const isDecision = (value: unknown): value is Decision =>
  typeof value === 'object' &&
  value !== null &&
  'may' in value &&
  (value.may === true || (value.may === false && isRefusal(value)));
