import type { Screening } from '../screening.ts';
import { showsMoreWords } from './screened-words.ts';

/**
 * Nedgradering: what more people may see afterwards. `all`: the screening is gone. `words`: of the title. `readers`:
 * what is hidden stays so, but another code or group opens it to others.
 */
export const loosenings = ['all', 'title', 'words', 'parties', 'documents', 'readers'] as const;
export type Loosening = (typeof loosenings)[number];

export type Screened = { readonly publicTitle?: string; readonly screening?: Screening };

/** What a change of screening opens; empty where it opens nothing. */
export function loosened(before: Screened, after: Screened): readonly Loosening[] {
  const was = before.screening;
  const is = after.screening;
  if (!was) return [];
  if (!is) return ['all'];
  const opened: readonly (readonly [Loosening, boolean])[] = [
    ['title', was.hidesTitle && !is.hidesTitle],
    ['words', was.hidesTitle && is.hidesTitle && showsMoreWords(before, after)],
    ['parties', was.hidesParties && !is.hidesParties],
    ['documents', was.hidesDocuments && !is.hidesDocuments],
    [
      'readers',
      was.accessCode !== is.accessCode ||
        (was.accessGroup !== undefined && was.accessGroup !== is.accessGroup),
    ],
  ];
  return opened.filter(([, isOpened]) => isOpened).map(([what]) => what);
}
