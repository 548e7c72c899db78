import type { Result } from '../../domain/basics.ts';
import type { RefusalCode } from '../../domain/refusals.ts';
import type { Reply } from '../../preload/contract/contract.ts';
import type { Decision } from '../../preload/contract/views.ts';

/** A domain refusal must be one of the contract's codes: a new one breaks the build until it has a text. */
export const toReply = <T, V = T>(result: Result<T, RefusalCode>, view: (value: T) => V): Reply<V> =>
  result.ok ? { ok: true, value: view(result.value) } : result;

export const done = <T>(value: T): Reply<T> => ({ ok: true, value });
export const nothing = (): Record<string, never> => ({});
export const refusal = (
  code: RefusalCode,
  facts?: Readonly<Record<string, string | number>>,
): Reply<never> => ({
  ok: false,
  refusal: facts ? { code, facts } : { code },
});

export const toDecision = (result: Result<unknown, RefusalCode>): Decision =>
  result.ok ? { may: true } : { may: false, code: result.refusal.code, facts: result.refusal.facts };
