const ring = '\uE000';
const plain: Readonly<Record<string, string>> = {
  ä: 'æ',
  ö: 'ø',
  đ: 'd',
  ð: 'd',
  ł: 'l',
  þ: 'th',
  ß: 'ss',
  œ: 'ø',
};

/** Lower case without accents; æ, ø and å are letters of their own, ä and ö are read as æ and ø. */
export const foldLetters = (text: string): string =>
  text
    .normalize('NFC')
    .toLowerCase()
    .replace(/[äöđðłþßœ]/g, (letter) => plain[letter] ?? letter)
    .replaceAll('å', ring)
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .replaceAll(ring, 'å');

/** {@link foldLetters}, and `aa` is read as `å`. */
export const foldText = (text: string): string => foldLetters(text).replaceAll('aa', 'å');

const order: Readonly<Record<string, string>> = { æ: '{', ø: '|', å: '}' };

/**
 * Text that sorts byte by byte as a Norwegian reader sorts titles: case and accents do not count, punctuation counts as
 * a blank, figures come before letters, æ ø å (and aa) last.
 */
export const titleKey = (title: string): string =>
  foldText(title)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .replace(/[æøå]/g, (letter) => order[letter] ?? letter);
