import { refuse } from '../../domain/basics.ts';
import type { ArchiveEvent } from '../../domain/events.ts';
import type { Refusal } from '../../domain/refusals.ts';
import type { CheckedInput } from '../../main/api/dispatcher.ts';
import {
  type Ask,
  contract,
  type InputOf,
  type MethodName,
  type OutputOf,
  type Reply,
} from '../../preload/contract/contract.ts';

/** How the fake answers one question: with a value, or with a {@link no}. */
export type Answers = {
  readonly [M in MethodName]?: (input: CheckedInput<M>) => OutputOf<M> | No;
};
type No = { readonly ok: false; readonly refusal: Refusal };
const isNo = (value: unknown): value is No =>
  typeof value === 'object' && value !== null && 'ok' in value && value.ok === false;
/** A refusal, as an answer. */
export const no = refuse;

/** Parsed, so an answer that the contract does not know fails the test that gave it. */
function outputOf<M extends MethodName>(name: M, value: unknown): OutputOf<M> {
  // The schema of that very method; the compiler cannot follow that through a variable.
  return contract[name].output.parse(value) as OutputOf<M>;
}

export type FakeApplication = {
  readonly ask: Ask;
  /** Every question so far, newest last. */
  readonly calls: { readonly name: MethodName; readonly input: unknown }[];
  /** Files by address, e.g. `/files/object/1`. */
  readonly files: Map<string, { readonly mime: string; readonly bytes: Uint8Array }>;
  /** Set by {@link openRenderer}; sends news to the open window. */
  publish: (news: ArchiveEvent) => Promise<void>;
};

/**
 * An application that answers from the given answers alone; a question without one is refused as unknown. Questions and
 * answers are held to the contract.
 */
export function fakeAsk(answers: Answers): FakeApplication {
  const calls: { name: MethodName; input: unknown }[] = [];
  const ask = async <M extends MethodName>(name: M, input: InputOf<M>): Promise<Reply<OutputOf<M>>> => {
    calls.push({ name, input });
    // `Answers` ties each name to its own input; the compiler cannot follow that through a variable.
    const answer = answers[name] as ((input: unknown) => unknown) | undefined;
    if (!answer) return { ok: false, refusal: { code: 'unknown-method' } };
    const value = answer(contract[name].input.parse(input));
    return isNo(value) ? value : { ok: true, value: outputOf(name, value) };
  };
  return { ask, calls, files: new Map(), publish: async () => {} };
}
