import type { z } from 'zod';
import { contract, type MethodName, type OutputOf, type Reply } from '../../preload/contract/contract.ts';
import { StoreFault } from '../ports/archive/store-fault.ts';
import { type ArchiveHolder, ArchiveTaken } from '../ports/archive-holder.ts';
import { refusal } from './reply.ts';

/** A method's input after its contract schema has parsed it. */
export type CheckedInput<M extends MethodName> = z.output<(typeof contract)[M]['input']>;
export type Handlers = {
  readonly [M in MethodName]: (input: CheckedInput<M>) => Promise<Reply<OutputOf<M>>>;
};
export type Dispatch = (name: string, input: unknown) => Promise<Reply<unknown>>;

/**
 * `report` logs a fault and returns the reference a clerk can quote. `checkAnswers` holds handlers to the contract too.
 * `admit` may refuse a call before its handler runs. `handlers` may be partial while the archive is not set up.
 */
export function createDispatcher(
  handlers: Partial<Handlers>,
  report: (fault: unknown) => string,
  checkAnswers: boolean,
  admit: (name: MethodName) => Promise<Reply<never> | undefined> = () => Promise.resolve(undefined),
): Dispatch {
  return async (name, rawInput) => {
    if (!isMethodName(name)) return { ok: false, refusal: { code: 'unknown-method' } };
    const input = contract[name].input.safeParse(rawInput);
    if (!input.success) {
      const where = input.error.issues[0]?.path.join('.') ?? '';
      return { ok: false, refusal: { code: 'invalid-input', facts: { field: where } } };
    }
    try {
      const objection = await admit(name);
      if (objection) return objection;
      // `Handlers` ties each name to its own input; the compiler cannot follow that through a variable.
      const reply = await (handlers[name] as (input: unknown) => Promise<Reply<unknown>>)(input.data);
      if (checkAnswers && reply.ok) contract[name].output.parse(reply.value);
      return reply;
    } catch (fault) {
      if (fault instanceof ArchiveTaken) return refuseTaken(fault.holder);
      return { ok: false, refusal: { code: codeOf(fault), reference: report(fault) } };
    }
  };
}

/** What is read meanwhile may be half of what the other one writes, so all is refused. */
export const refuseTaken = ({ user, machine, process }: ArchiveHolder) =>
  refusal('archive-taken', { user, machine, process });

const isMethodName = (name: string): name is MethodName => Object.hasOwn(contract, name);

const codeOf = (fault: unknown) => {
  // Settings and secrets are files of their own, and their disk may be full as well.
  if (fault instanceof Error && 'code' in fault && (fault.code === 'ENOSPC' || fault.code === 'EDQUOT'))
    return 'disk-full';
  if (!(fault instanceof StoreFault)) return 'internal';
  const codes = {
    'disk-full': 'disk-full',
    locked: 'archive-locked',
    damaged: 'archive-damaged',
    'newer-archive': 'archive-newer',
    'not-an-archive': 'archive-damaged',
    'read-only': 'archive-read-only',
    'unsafe-place': 'archive-place-unsafe',
    'old-sqlite': 'program-incomplete',
  } as const;
  return codes[fault.kind];
};
