import { ok, type Result, refuse } from '../basics.ts';
import { mask } from './shown.ts';

/** One word of a title, and whether the public title has `*****` in its place. */
export type TitleWord = {
  readonly text: string;
  readonly isScreened: boolean;
  /** A dash or the like tells nothing, and always stays. */
  readonly canBeScreened: boolean;
};

type Titled = { readonly title: string; readonly publicTitle?: string };

const split = (title: string): readonly string[] => title.split(/\s+/u).filter((word) => word !== '');

/** A word between what stands before and after it, as in `(Lyng),`; nothing where no letter or digit is in it. */
const around = /^([^\p{L}\p{N}]*)(.*[\p{L}\p{N}])([^\p{L}\p{N}]*)$/u;
const canBeScreened = (word: string): boolean => around.test(word);
const screened = (first: string, last = first): string =>
  `${around.exec(first)?.[1] ?? ''}${mask}${around.exec(last)?.[3] ?? ''}`;

/** The title with `*****` in place of each marked word; `marked` counts the words from 0. */
export const publicTitleOf = (title: string, marked: ReadonlySet<number>): string =>
  split(title)
    .map((word, position) => (marked.has(position) && canBeScreened(word) ? screened(word) : word))
    .join(' ');

/**
 * Which words the public title hides; nothing where it is no such reading of the title. A single `*****` may stand for
 * several words in a row, as it does in older archives.
 */
export function markedIn(title: string, publicTitle: string): ReadonlySet<number> | undefined {
  const words = split(title);
  const shown = split(publicTitle);
  const dead = new Set<string>();
  const from = (word: number, place: number): readonly number[] | undefined => {
    const open = shown[place];
    if (open === undefined) return word === words.length ? [] : undefined;
    const key = `${word} ${place}`;
    if (dead.has(key)) return undefined;
    const found = open === words[word] ? from(word + 1, place + 1) : undefined;
    if (found) return found;
    for (let last = word; open.includes(mask) && last < words.length; last += 1) {
      if (screened(words[word] ?? '', words[last]) !== open) continue;
      const rest = from(last + 1, place + 1);
      if (rest) return [...range(word, last), ...rest];
    }
    dead.add(key);
    return undefined;
  };
  const marked = from(0, 0);
  return marked && new Set(marked.filter((position) => canBeScreened(words[position] ?? '')));
}

const range = (first: number, last: number): readonly number[] =>
  Array.from({ length: last - first + 1 }, (_, step) => first + step);

/** Is the public title this title with at least one word hidden, and all others as they are? */
export const fitsTitle = ({ title, publicTitle }: Titled): boolean =>
  publicTitle !== undefined && (markedIn(title, publicTitle)?.size ?? 0) > 0;

/** The words of a title as they are offered for marking; a public title that does not fit hides them all. */
export function titleWords({ title, publicTitle }: Titled): readonly TitleWord[] {
  const marked = publicTitle === undefined ? undefined : markedIn(title, publicTitle);
  return split(title).map((text, position) => {
    const can = canBeScreened(text);
    return { text, canBeScreened: can, isScreened: can && (marked?.has(position) ?? true) };
  });
}

/** Words that the public title shows, as often as it shows them. */
const openWords = ({ publicTitle }: Pick<Titled, 'publicTitle'>): readonly string[] =>
  split(publicTitle ?? '').filter((word) => !word.includes(mask));

/** Does the one public title show a word that the other does not? Left out, the whole title is hidden. */
export function showsMoreWords(
  before: Pick<Titled, 'publicTitle'>,
  after: Pick<Titled, 'publicTitle'>,
): boolean {
  const known = new Set(openWords(before));
  return openWords(after).some((word) => canBeScreened(word) && !known.has(word));
}

/**
 * The public title of a title that is being rewritten: only words that were open stay so, until somebody opens more. A
 * public title that was written freely, as in older archives, stays as it is.
 */
export function followedPublicTitle(before: Titled, title: string): string | undefined {
  if (before.publicTitle === undefined) return undefined;
  if (!fitsTitle(before) || fitsTitle({ ...before, title })) return before.publicTitle;
  const open = [...openWords(before)];
  const marked = split(title).flatMap((word, position) => {
    const at = open.indexOf(word);
    if (at < 0) return [position];
    open.splice(at, 1);
    return [];
  });
  const followed = publicTitleOf(title, new Set(marked));
  return fitsTitle({ title, publicTitle: followed }) ? followed : undefined;
}

/**
 * The public title that is stored: it fits the title, or is the freely written one that was there. Left out, what was
 * there stays as far as it fits; else, and where it is empty, the whole title is hidden.
 */
export function decidePublicTitle(
  before: Titled | undefined,
  title: string,
  wanted: string | undefined,
): Result<string | undefined, 'public-title-unfit'> {
  if (wanted === '') return ok(undefined);
  const stood = before?.publicTitle;
  const wasFree = before !== undefined && stood !== undefined && !fitsTitle(before);
  if (wanted === undefined)
    return ok(
      stood !== undefined && (wasFree || fitsTitle({ title, publicTitle: stood })) ? stood : undefined,
    );
  return fitsTitle({ title, publicTitle: wanted }) || (wasFree && wanted === stood)
    ? ok(wanted)
    : refuse('public-title-unfit');
}
