import type { Language } from '../../../domain/preferences.ts';
import { menuTexts } from '../../../texts/menu.ts';
import type { MenuItem } from './build-menu.ts';

/** What Chromium says of the place that was clicked; the part used here. */
export type ClickedPlace = {
  readonly isEditable: boolean;
  readonly selectionText: string;
  readonly misspelledWord: string;
  readonly dictionarySuggestions: readonly string[];
};

/** The menu over text: better spellings, and the clipboard. Empty where there is nothing to do. */
export function textMenu(
  place: ClickedPlace,
  language: Language,
  replace: (word: string) => void,
): MenuItem[] {
  const t = menuTexts[language];
  const better = place.dictionarySuggestions
    .slice(0, 5)
    .map((word): MenuItem => ({ label: word, click: () => replace(word) }));
  const none: MenuItem[] =
    place.misspelledWord !== '' && better.length === 0 ? [{ label: t.noSuggestion, enabled: false }] : [];
  const spelling = [...better, ...none];
  const selected = place.selectionText !== '';
  const clipboard: MenuItem[] = [
    ...(place.isEditable && selected ? [{ label: t.cut, role: 'cut' } as const] : []),
    ...(selected ? [{ label: t.copy, role: 'copy' } as const] : []),
    ...(place.isEditable ? [{ label: t.paste, role: 'paste' } as const] : []),
  ];
  const separator: MenuItem[] = spelling.length > 0 && clipboard.length > 0 ? [{ type: 'separator' }] : [];
  return [...spelling, ...separator, ...clipboard];
}
