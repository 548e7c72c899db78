import { hideIdentityNumbers } from '../../../domain/identity-number.ts';
import { findPhrase, type MaskArea, type Masking, type WordPage, wordKey } from '../../../domain/masking.ts';

/** One place where a phrase stands. */
export type Hit = {
  readonly key: string;
  readonly page: number;
  readonly text: string;
  readonly before: string;
  readonly after: string;
  /** A word that only holds the phrase, or an inflected form of it. */
  readonly kind: 'whole' | 'form' | 'part';
  readonly areas: readonly MaskArea[];
};
/** Words, or a field drawn by hand where `text` is absent. */
export type MaskMark = Pick<Hit, 'key' | 'page' | 'areas'> & { readonly text?: string };
type Snapshot = { readonly marks: readonly MaskMark[]; readonly phrases: readonly string[] };
export type Marks = Snapshot & { readonly past: readonly Snapshot[]; readonly fields: number };

export const noMarks: Marks = { marks: [], phrases: [], past: [], fields: 0 };

export type MarksAction =
  | { readonly do: 'mark'; readonly hits: readonly Hit[]; readonly phrase?: string }
  | { readonly do: 'unmark'; readonly keys: readonly string[] }
  | { readonly do: 'add-field'; readonly area: MaskArea }
  | { readonly do: 'change-field'; readonly key: string; readonly area: MaskArea }
  | { readonly do: 'undo' };

export function changeMarks(state: Marks, action: MarksAction): Marks {
  const { marks, phrases, fields } = state;
  const past = [...state.past, { marks, phrases }];
  switch (action.do) {
    case 'mark': {
      const taken = new Set(marks.map(({ key }) => key));
      const fresh = action.hits.filter(({ key }) => !taken.has(key));
      const asked = action.phrase?.trim();
      return {
        ...state,
        past,
        marks: [...marks, ...fresh.map(({ key, page, areas, text }) => ({ key, page, areas, text }))],
        phrases: asked && !phrases.includes(asked) ? [...phrases, asked] : phrases,
      };
    }
    case 'unmark':
      return { ...state, past, marks: marks.filter(({ key }) => !action.keys.includes(key)) };
    case 'add-field': {
      const mark = { key: `field ${fields + 1}`, page: action.area.page, areas: [action.area] };
      return { ...state, past, marks: [...marks, mark], fields: fields + 1 };
    }
    case 'change-field':
      return {
        ...state,
        past,
        marks: marks.map((mark) => (mark.key === action.key ? { ...mark, areas: [action.area] } : mark)),
      };
    case 'undo': {
      const before = state.past.at(-1);
      return before ? { ...state, ...before, past: state.past.slice(0, -1) } : state;
    }
  }
}

/** Every place of a phrase in the document. An identity number is found by what is shown of it. */
export const findHits = (pages: readonly WordPage[], typed: string): readonly Hit[] => {
  const phrase = hideIdentityNumbers(typed);
  return pages.flatMap(({ words }, page) => {
    const texts = words.map(({ text }) => text);
    return findPhrase(texts, phrase, 'part').map((places) => {
      const text = withoutSigns(places.map((place) => texts[place]).join(' '));
      const [first = 0, last = 0] = [places[0], places.at(-1)];
      return {
        key: `${page} ${places.join(' ')}`,
        page,
        text,
        before: texts.slice(Math.max(0, first - 3), first).join(' '),
        after: texts.slice(last + 1, last + 4).join(' '),
        kind: kindOf(text, phrase),
        areas: places.flatMap((place) => {
          const word = words[place];
          return word
            ? [{ page, left: word.left, top: word.top, right: word.right, bottom: word.bottom }]
            : [];
        }),
      };
    });
  });
};

/** As it is named in a list. */
const withoutSigns = (text: string): string =>
  text.replace(/^[^\p{L}\p{N}●]+|[^\p{L}\p{N}●]+$/gu, '') || text;

/** Norwegian names end in -s when something is theirs; anything longer may be another word. */
function kindOf(text: string, phrase: string): Hit['kind'] {
  const bare = (words: string) => words.split(/\s+/u).map(wordKey).join('');
  const [found, wanted] = [bare(text), bare(phrase)];
  if (found === wanted) return 'whole';
  return found === `${wanted}s` || found === `${wanted}es` ? 'form' : 'part';
}

/** The word under a point of the page. */
export const hitAt = (pages: readonly WordPage[], page: number, x: number, y: number): Hit | undefined => {
  const words = pages[page]?.words ?? [];
  const place = words.findIndex(
    ({ left, top, right, bottom }) => x >= left && x <= right && y >= top && y <= bottom,
  );
  const word = words[place];
  if (!word) return undefined;
  const { left, top, right, bottom } = word;
  return {
    key: `${page} ${place}`,
    page,
    text: withoutSigns(word.text),
    before: '',
    after: '',
    kind: 'whole',
    areas: [{ page, left, top, right, bottom }],
  };
};

/** What the archive is asked for. A phrase must be gone altogether where each of its places is marked. */
export function toMasking({ marks, phrases }: Snapshot, pages: readonly WordPage[]): Masking {
  const marked = new Set(marks.map(({ key }) => key));
  const gone = phrases.filter((phrase) => {
    const whole = findHits(pages, phrase).filter(({ kind }) => kind === 'whole');
    return whole.length > 0 && whole.every(({ key }) => marked.has(key));
  });
  return { areas: marks.flatMap(({ areas }) => areas), gone };
}

/** A field within the page, moved or made larger by points. */
export function nudge(
  area: MaskArea,
  by: { readonly x: number; readonly y: number; readonly resize: boolean },
  { width, height }: Pick<WordPage, 'width' | 'height'>,
): MaskArea {
  const within = (value: number, least: number, most: number) => Math.min(most, Math.max(least, value));
  if (by.resize)
    return {
      ...area,
      right: within(area.right + by.x, area.left + 4, width),
      bottom: within(area.bottom + by.y, area.top + 4, height),
    };
  const x = within(by.x, -area.left, width - area.right);
  const y = within(by.y, -area.top, height - area.bottom);
  return { ...area, left: area.left + x, right: area.right + x, top: area.top + y, bottom: area.bottom + y };
}
