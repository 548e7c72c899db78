import type { Language } from '../domain/preferences.ts';

/** One area of the catalogue: the same keys in every language, or it does not compile. */
export type Catalogue<Texts> = Readonly<Record<Language, Texts>>;

/** The sentence that a catalogue has for a code, with the facts of that code. */
export const sentenceFor = <Code extends string>(
  sentences: { readonly [C in Code]: (facts: never) => string },
  { code, facts }: { readonly code: Code; readonly facts?: object | undefined },
): string =>
  // Code and facts belong together by their types; the compiler cannot follow that through an index.
  (sentences[code] as (facts: object) => string)(facts ?? {});
