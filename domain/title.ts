/** Text as it is stored, counted and sent: NFC, without blanks at the ends, line breaks as spaces. */
export const tidyTitle = (text: string): string => text.normalize('NFC').replace(/\s+/gu, ' ').trim();

/** Length as the XSD and the signer count it: code points after NFC, so an emoji made of five counts five. */
export const titleLength = (text: string): number => [...tidyTitle(text)].length;

/** Length of a message: as {@link titleLength}, but every blank and line break counts. */
export const messageLength = (text: string): number => [...text.normalize('NFC')].length;

/** Characters that XML 1.0 cannot carry, and lone surrogates; none of them may reach the service. */
export const hasForbiddenCharacters = (text: string): boolean =>
  [...text].some((character) => !isXmlCharacter(character.codePointAt(0) ?? 0));

const isXmlCharacter = (code: number): boolean =>
  code === 0x9 ||
  code === 0xa ||
  code === 0xd ||
  (code >= 0x20 && code <= 0xd7ff) ||
  (code >= 0xe000 && code <= 0xfffd) ||
  code >= 0x10000;

/** What is left dangling where a text is cut. */
const dangling = /[\s,;:–—(&/-]+$/u;

/**
 * A text cut to so many characters after a whole word, as {@link messageLength} counts them. One that has no word to cut
 * after is cut where it must be.
 */
export function cutAtWord(text: string, max: number): string {
  const characters = [...text.normalize('NFC')];
  if (characters.length <= max) return text.normalize('NFC');
  const head = characters.slice(0, max).join('');
  if (/\s/u.test(characters[max] ?? '')) return head.replace(dangling, '');
  const words = head.replace(/\S+$/u, '').replace(dangling, '');
  return words.length >= head.length / 2 ? words : head.replace(dangling, '');
}

/** The text without what cannot be sent. */
export const withoutForbidden = (text: string): string =>
  [...text].filter((character) => isXmlCharacter(character.codePointAt(0) ?? 0)).join('');
