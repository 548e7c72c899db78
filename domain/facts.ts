/** What a sentence needs to be concrete: names, numbers, dates. Never an identity number. */
export type Facts = Readonly<Record<string, string | number>>;

export const text = 'text';
export const maybeText = 'text?';
export const number = 'number';
/** The facts of one code, by name. */
export type Shape = Readonly<Record<string, typeof text | typeof maybeText | typeof number>>;

type Optional<S extends Shape> = { [Name in keyof S]: S[Name] extends 'text?' ? Name : never }[keyof S];
/** The facts that a shape describes. */
export type FactsOf<S extends Shape> = {
  readonly [Name in Exclude<keyof S, Optional<S>>]: S[Name] extends 'number' ? number : string;
} & { readonly [Name in Optional<S>]?: string };

/** A code with its facts; the facts may be left out where none is needed. */
export type Coded<All, Code extends keyof All> = {
  readonly [C in Code]: Record<never, never> extends All[C]
    ? { readonly code: C; readonly facts?: All[C] }
    : { readonly code: C; readonly facts: All[C] };
}[Code];
/** The last parameter of a function that is given a code: the facts of that code, left out where none is needed. */
export type FactsParameter<All, Code extends keyof All> =
  Record<never, never> extends All[Code] ? [facts?: All[Code]] : [facts: All[Code]];

/** A code with its facts. The parameter of the caller ties them together ({@link FactsParameter}). */
export const coded = <All, Code extends keyof All>(
  code: Code,
  facts: All[Code] | undefined,
): Coded<All, Code> =>
  // The compiler cannot follow that into an object whose code is a variable.
  (facts === undefined ? { code } : { code, facts }) as Coded<All, Code>;

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;

/** Is this one of the codes, with its facts and nothing else in them? For what comes from another process. */
export function isCoded(all: Readonly<Record<string, Shape>>, value: unknown): boolean {
  if (!isRecord(value) || typeof value.code !== 'string') return false;
  const shape = all[value.code];
  const facts = value.facts ?? {};
  if (!shape || !isRecord(facts)) return false;
  return (
    Object.keys(facts).every((name) => Object.hasOwn(shape, name)) &&
    Object.entries(shape).every(([name, kind]) =>
      kind === 'text?'
        ? facts[name] === undefined || typeof facts[name] === 'string'
        : typeof facts[name] === (kind === 'number' ? 'number' : 'string'),
    )
  );
}
