import type { Facts } from '../../../domain/facts.ts';

/** What this client worked out, or why it could not: a code of its own, with facts for support and the log. */
export type Attempt<T, Code extends string> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly refusal: Problem<Code> };
export type Problem<Code extends string> = { readonly code: Code; readonly facts?: Facts };

export const problem = <Code extends string>(
  code: Code,
  facts?: Facts,
): { readonly ok: false; readonly refusal: Problem<Code> } => ({ ok: false, refusal: { code, facts } });
