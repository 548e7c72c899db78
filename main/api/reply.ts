import { type Result, refuse } from '../../domain/basics.ts';
import type { FactsParameter } from '../../domain/facts.ts';
import type { Refusal, RefusalCode, RefusalFacts } from '../../domain/refusals.ts';
import type { Reply } from '../../preload/contract/contract.ts';

/** A domain refusal must be one of the contract's codes: a new one breaks the build until it has a text. */
export const toReply = <T, V = T>(result: Result<T, RefusalCode>, view: (value: T) => V): Reply<V> =>
  result.ok ? { ok: true, value: view(result.value) } : result;

export const done = <T>(value: T): Reply<T> => ({ ok: true, value });
export const noValue = (): Record<string, never> => ({});
export const refusal = <Code extends RefusalCode>(
  code: Code,
  ...facts: FactsParameter<RefusalFacts, Code>
): { readonly ok: false; readonly refusal: Refusal<Code> } => refuse(code, ...facts);
