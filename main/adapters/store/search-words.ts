import { foldLetters, foldText } from './fold-text.ts';

const pieces = (folded: string): readonly string[] =>
  folded
    .split(/[^\p{L}\p{N}*/-]+/u)
    .map((piece) => piece.replace(/^[/-]+|[/-]+$/g, ''))
    .filter((piece) => piece !== '');

/** What the index keeps of some texts: each word once, folded, between blanks; parts of hyphenated words too. */
export function indexedWords(texts: readonly string[]): string {
  const words = new Set<string>();
  for (const text of texts) {
    for (const word of pieces(foldLetters(text).replaceAll('*', ' '))) {
      const parts = /\p{L}/u.test(word) ? [word, ...word.split(/[/-]+/)] : [word];
      for (const part of parts) {
        words.add(part.replaceAll('aa', 'å'));
        // As it is spelt too, so that «Ha» on the way to «Haakon» finds it.
        words.add(part);
      }
    }
  }
  words.delete('');
  return ` ${[...words].join(' ')} `;
}

const mostTerms = 30;

/**
 * LIKE patterns over {@link indexedWords}, one for each word that must be found. A word is found by its beginning, a
 * number only whole; `*` lets more come before or after. Only letters, figures, `/` and `-` get through, so nothing
 * typed is ever syntax.
 */
export function searchPatterns(text: string): readonly string[] {
  const terms = pieces(foldText(text).replace(/(?<=[^\s*])\*+(?=[^\s*])/g, '* *'));
  return [...new Set(terms.flatMap(toPattern))].slice(0, mostTerms);
}

function toPattern(term: string): readonly string[] {
  const word = term.replaceAll('*', '').replace(/^[/-]+|[/-]+$/g, '');
  if (word === '') return [];
  const openBefore = term.startsWith('*');
  const openAfter = term.endsWith('*') || /\p{L}/u.test(word);
  return [`%${openBefore ? '' : ' '}${word}${openAfter ? '' : ' '}%`];
}
