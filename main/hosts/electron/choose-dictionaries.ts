import type { Language } from '../../../domain/preferences.ts';

/** The parts of a session used here. */
export interface SpellingSession {
  readonly availableSpellCheckerLanguages: readonly string[];
  setSpellCheckerEnabled(enabled: boolean): void;
  setSpellCheckerLanguages(languages: string[]): void;
  setSpellCheckerDictionaryDownloadURL(url: string): void;
}

/** Languages of the spelling check by language of the window; platforms name Norwegian in several ways. */
const written: Readonly<Record<Language, readonly string[]>> = {
  nb: ['nb', 'no', 'nn'],
  nn: ['nn', 'nb', 'no'],
  en: ['nb', 'no', 'nn', 'en'],
};

/** Which of the platform's dictionaries spelling is checked by: all forms of Norwegian that it has. */
export const chooseDictionaries = (available: readonly string[], language: Language): string[] =>
  written[language].flatMap((one) => available.filter((name) => name === one || name.startsWith(`${one}-`)));

/**
 * Checks spelling where the platform has the language, and is off elsewhere. Chromium would fetch what is missing from its
 * maker; it is given an address of our own instead, where there is nothing, so that nothing goes out.
 */
export function checkSpelling(session: SpellingSession, language: Language, nowhere: string): void {
  session.setSpellCheckerDictionaryDownloadURL(nowhere);
  const languages = chooseDictionaries(session.availableSpellCheckerLanguages, language);
  session.setSpellCheckerEnabled(languages.length > 0);
  if (languages.length > 0) session.setSpellCheckerLanguages(languages);
}
