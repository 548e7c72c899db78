import { expect, test } from 'vitest';
import {
  decidePublicTitle,
  fitsTitle,
  followedPublicTitle,
  markedIn,
  publicTitleOf,
  showsMoreWords,
  titleWords,
} from '../../../domain/access/screened-words.ts';

const title = 'Kommunal bolig – Lyngveien 3 – Per Kvadrat Lyng';
const marked = (publicTitle: string, of = title) => {
  const found = markedIn(of, publicTitle);
  return found && [...found];
};

test('each marked word becomes five stars, and what stands around it stays', () => {
  expect(publicTitleOf('Klage fra Per Lyng (Lyng), Fjordgata 12', new Set([2, 3, 4]))).toBe(
    'Klage fra ***** ***** (*****), Fjordgata 12',
  );
  expect(publicTitleOf('Sak – svar', new Set([1]))).toBe('Sak – svar');
});

test('the marks are read back, also where a single mask stands for several words', () => {
  expect(marked(publicTitleOf(title, new Set([3, 6])))).toEqual([3, 6]);
  expect(marked('Kommunal bolig – Lyngveien 3 – *****')).toEqual([6, 7, 8]);
  expect(marked('***** – Lyngveien 3 – *****')).toEqual([0, 1, 6, 7, 8]);
  expect(marked('Bolig – Lyngveien 3 – *****')).toBeUndefined();
  expect(marked(title)).toEqual([]);
  expect(marked('*****', '')).toBeUndefined();
});

test('every choice of words fits its title, whatever the words', () => {
  const words = ['Per', 'Per', '–', '(Lyng),', '12', 'a/b', '*****', 'ÆØÅ.'];
  for (let choice = 1; choice < 2 ** words.length; choice += 1) {
    const hidden = new Set(words.map((_, at) => at).filter((at) => choice & (1 << at)));
    const of = words.join(' ');
    const publicTitle = publicTitleOf(of, hidden);
    const wanted = [...hidden].filter((at) => words[at] !== '–' && words[at] !== '*****');
    expect(fitsTitle({ title: of, publicTitle }), publicTitle).toBe(wanted.length > 0);
    expect(publicTitleOf(of, markedIn(of, publicTitle) ?? new Set())).toBe(publicTitle);
  }
});

test('a public title that does not fit hides all words, and so does none', () => {
  const hidden = (publicTitle?: string) =>
    titleWords({ title: 'Sak – Per', publicTitle }).map(({ isScreened }) => isScreened);
  expect(hidden('Sak – *****')).toEqual([false, false, true]);
  expect(hidden('Barnevernssak')).toEqual([true, false, true]);
  expect(hidden()).toEqual([true, false, true]);
});

test('a title that is rewritten shows no word that was not shown before', () => {
  const before = { title, publicTitle: 'Kommunal bolig – Lyngveien 3 – *****' };
  expect(followedPublicTitle(before, 'Kommunal bolig – Lyngveien 5 – Per Kvadrat Lyng')).toBe(
    'Kommunal bolig – Lyngveien ***** – ***** ***** *****',
  );
  expect(followedPublicTitle(before, `${title} Hansen`)).toBe('Kommunal bolig – Lyngveien 3 – *****');
  expect(followedPublicTitle(before, 'Lyngveien 3')).toBeUndefined();
  expect(followedPublicTitle({ title, publicTitle: 'En boligsak' }, 'Noe annet')).toBe('En boligsak');
  expect(followedPublicTitle({ title }, 'Noe annet')).toBeUndefined();
});

test('what is stored fits, is the freely written one that was there, or hides the whole title', () => {
  const stood = { title, publicTitle: 'Kommunal bolig – Lyngveien 3 – *****' };
  const decided = (...[before, after, wanted]: Parameters<typeof decidePublicTitle>) => {
    const answer = decidePublicTitle(before, after, wanted);
    return answer.ok ? answer.value : answer.refusal.code;
  };
  expect(decided(stood, title, undefined)).toBe(stood.publicTitle);
  expect(decided(stood, 'Kommunal bolig – Lyngveien 3 B – Per Lyng', undefined)).toBeUndefined();
  expect(decided(stood, title, '')).toBeUndefined();
  expect(decided(stood, title, title)).toBe('public-title-unfit');
  expect(decided(stood, title, 'En boligsak')).toBe('public-title-unfit');
  const free = { title, publicTitle: 'En boligsak' };
  expect(decided(free, title, 'En boligsak')).toBe('En boligsak');
  expect(decided(free, 'Ny tittel', undefined)).toBe('En boligsak');
  expect(decided(free, title, 'En annen boligsak')).toBe('public-title-unfit');
});

test('more words are seen as more, fewer and none are not', () => {
  const more = (before: string | undefined, after: string | undefined) =>
    showsMoreWords({ publicTitle: before }, { publicTitle: after });
  expect(more('Sak – *****', 'Sak – Per')).toBe(true);
  expect(more(undefined, 'Sak – *****')).toBe(true);
  expect(more('Sak – *****', '***** – *****')).toBe(false);
  expect(more('Sak – *****', undefined)).toBe(false);
});
