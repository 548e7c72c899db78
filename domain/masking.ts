import { hiddenDigits } from './identity-digits.ts';
import { findIdentityNumbers, hideIdentityNumbers } from './identity-number.ts';

/** A word of a page with where it stands, in points from the top left corner of the page as it is shown. */
export type PageWord = {
  readonly text: string;
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
};
/** One page as it is shown: turned upright, cut to its crop box. */
export type WordPage = {
  /** In points. */
  readonly width: number;
  readonly height: number;
  /** In the order in which the file writes them. Only words that can be seen on the page. */
  readonly words: readonly PageWord[];
  /** The page shows pictures whose words no search finds. */
  readonly pictures: boolean;
};

/** A rectangle to be hidden, measured as {@link PageWord}. `page` is from 0. */
export type MaskArea = {
  readonly page: number;
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
};

/** What is to be hidden: areas of pages, and words or phrases that may stand nowhere in the file afterwards. */
export type Masking = { readonly areas: readonly MaskArea[]; readonly gone: readonly string[] };

export const maskingLimits = { pages: 200, areas: 5000, gone: 500, goneLength: 200 } as const;

/** Where words that should be gone were found: by reading the words that are left, by a reader, or in the bytes. */
export const leftoverPlaces = ['words', 'pdfjs', 'libpdf', 'bytes', 'structure'] as const;
export type LeftoverPlace = (typeof leftoverPlaces)[number];
/** `page` is from 0; absent where it is in no page. */
export type Leftover = { readonly place: LeftoverPlace; readonly page?: number };

export type MaskingFault = 'nothing-marked' | 'area-outside' | 'too-many-pages';

/** Whether the marks can be carried out on a file of so many pages. */
export function maskingFault({ areas, gone }: Masking, pages: number): MaskingFault | undefined {
  if (pages > maskingLimits.pages) return 'too-many-pages';
  if (areas.length === 0 && gone.length === 0) return 'nothing-marked';
  const fits = ({ page, left, top, right, bottom }: MaskArea) =>
    Number.isInteger(page) && page >= 0 && page < pages && right > left && bottom > top;
  return areas.every(fits) ? undefined : 'area-outside';
}

/** A word without what stands around it: `«Nordmann,»` is `nordmann`. Equal where two words are the same to a reader. */
export const wordKey = (text: string): string =>
  text
    .normalize('NFKC')
    .toLocaleLowerCase('nb')
    // Digits that are hidden are a part of their word, and no sign around it.
    .replaceAll(hiddenDigits, 'ooooo')
    .replace(/[\u00AD\u200B-\u200D\u2060\uFEFF]/gu, '')
    .replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, '');

const keysOf = (text: string): readonly string[] => text.split(/\s+/u).map(wordKey).filter(Boolean);

/**
 * Runs of words that say the phrase, as places in `words`. `whole` asks for whole words; without it a word that
 * begins with the last word of the phrase or holds it counts too: `Hansen` is in `Hansens`.
 */
export function findPhrase(
  words: readonly string[],
  phrase: string,
  kind: 'whole' | 'part',
): readonly (readonly number[])[] {
  const wanted = keysOf(phrase);
  if (wanted.length === 0) return [];
  const keys = words.map(wordKey);
  // Signs that stand alone, as a dash does, part no words.
  const places = keys.flatMap((key, place) => (key ? [place] : []));
  const found: (readonly number[])[] = [];
  for (let start = 0; start < places.length; start += 1) {
    const run = spell(keys, places, start, wanted, kind);
    if (run) found.push(run);
  }
  return found;
}

/** The places from `start` on that spell the wanted words; a word parted at the end of a line counts as one. */
function spell(
  keys: readonly string[],
  places: readonly number[],
  start: number,
  wanted: readonly string[],
  kind: 'whole' | 'part',
): readonly number[] | undefined {
  const run: number[] = [];
  let at = start;
  for (const [index, want] of wanted.entries()) {
    let read = '';
    const last = index === wanted.length - 1;
    for (;;) {
      const place = places[at];
      if (place === undefined) return undefined;
      const key = keys[place] ?? '';
      run.push(place);
      at += 1;
      if (read + key === want) break;
      if (kind === 'part' && (last ? (read + key).includes(want) : (read + key).endsWith(want))) break;
      read += key;
      if (!want.startsWith(read) || read.length >= want.length) return undefined;
    }
  }
  return run;
}

/** Whether a phrase still stands among the words: in one word, over several, or, for a number, parted otherwise. */
export function stillStands(words: readonly string[], phrase: string): boolean {
  if (findPhrase(words, phrase, 'whole').length > 0) return true;
  const digits = phrase.replace(/\D/gu, '');
  if (digits.length < 6 || /\p{L}/u.test(phrase)) return false;
  return words
    .join(' ')
    .replace(/(?<=\d)[\s.-]+(?=\d)/gu, '')
    .includes(digits);
}

/** Why a phrase is proposed: it is an identity number, or the entry's screening hides it from its title or parties. */
export const proposalReasons = ['identity-number', 'title', 'party'] as const;
export type ProposalReason = (typeof proposalReasons)[number];
export type Proposal = { readonly phrase: string; readonly reason: ProposalReason };

/**
 * Phrases that ought to be hidden: each identity number the pages show, words of the title that its public form hides,
 * and the names of screened parties, whole and word by word.
 */
export function proposeMasks(
  pages: readonly WordPage[],
  hidden: { readonly titleWords: readonly string[]; readonly parties: readonly string[] },
): readonly Proposal[] {
  const words = pages.map((page) => page.words.map(({ text }) => text));
  const numbers = words.flatMap((page) => findIdentityNumbers(page.join(' ')));
  const names = hidden.parties.flatMap((name) => [name, ...name.split(/\s+/u)]);
  const stands = (phrase: string) => words.some((page) => findPhrase(page, phrase, 'part').length > 0);
  const wanted: readonly Proposal[] = [
    ...numbers
      .flatMap((phrase) => writtenAs(words, phrase))
      .map((phrase) => ({ phrase, reason: 'identity-number' as const })),
    ...hidden.titleWords.map((phrase) => ({ phrase, reason: 'title' as const })),
    ...names.map((phrase) => ({ phrase, reason: 'party' as const })),
  ];
  const seen = new Set<string>();
  return wanted.filter(({ phrase }) => {
    const key = keysOf(phrase).join(' ');
    if (key.length < 2 || seen.has(key) || !stands(phrase)) return false;
    seen.add(key);
    return true;
  });
}

/** A number as the pages write it: together or parted by a blank, which is the same to a search, or by a sign. */
const writtenAs = (words: readonly (readonly string[])[], number: string): readonly string[] =>
  ['', '-', '.']
    .map((sign) => `${number.slice(0, 6)}${sign}${number.slice(6)}`)
    .filter((written) => words.some((page) => findPhrase(page, written, 'part').length > 0));

/** The pages with the last digits of every identity number hidden, each word in its place. */
export const withNumbersHidden = (pages: readonly WordPage[]): readonly WordPage[] =>
  pages.map((page) => {
    const text = hideIdentityNumbers(page.words.map((word) => word.text).join(' '));
    let start = 0;
    const words = page.words.map((word) => {
      const from = start;
      start += word.text.length + 1;
      return { ...word, text: text.slice(from, from + word.text.length) };
    });
    return { ...page, words };
  });

/** Proposals that name no number whole; numbers that are written alike when hidden are proposed together. */
export const withPhrasesHidden = (proposals: readonly Proposal[]): readonly Proposal[] => {
  const hidden = proposals.map(({ phrase, reason }) => ({ phrase: hideIdentityNumbers(phrase), reason }));
  return hidden.filter(({ phrase }, at) => hidden.findIndex((other) => other.phrase === phrase) === at);
};

export const namesHiddenNumber = (phrase: string): boolean => phrase.includes(hiddenDigits);

/** A phrase that names a number with its last digits hidden, as the numbers on the pages that it may be. */
export function numbersBehind(pages: readonly WordPage[], phrase: string): readonly string[] {
  const words = pages.map((page) => page.words.map(({ text }) => text));
  const joined = (text: string) => keysOf(text).join('');
  return words
    .flatMap((page) => findIdentityNumbers(page.join(' ')))
    .flatMap((number) => writtenAs(words, number))
    .filter((written) => joined(hideIdentityNumbers(written)) === joined(phrase));
}

/** Words of a title that stand behind `*****` in its public form. */
export function hiddenTitleWords(title: string, publicTitle: string): readonly string[] {
  const open = new Set(keysOf(publicTitle));
  return title.split(/\s+/u).filter((word) => wordKey(word).length > 1 && !open.has(wordKey(word)));
}
