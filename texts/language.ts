import type { Language } from '../domain/preferences.ts';

/** One area of the catalogue: the same keys in every language, or it does not compile. */
export type Catalogue<Texts> = Readonly<Record<Language, Texts>>;
