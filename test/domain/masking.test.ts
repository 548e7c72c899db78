import { describe, expect, test } from 'vitest';
import {
  findPhrase,
  hiddenTitleWords,
  maskingFault,
  maskingLimits,
  numbersBehind,
  proposeMasks,
  stillStands,
  type WordPage,
  withNumbersHidden,
  withPhrasesHidden,
  wordKey,
} from '../../domain/masking.ts';

const pageOf = (text: string): WordPage => ({
  width: 595,
  height: 842,
  pictures: false,
  words: text.split(' ').map((word, at) => ({ text: word, left: at, top: 0, right: at + 1, bottom: 1 })),
});
const area = { page: 0, left: 1, top: 1, right: 2, bottom: 2 };

describe('a phrase among words', () => {
  test.each<[words: string, phrase: string, kind: 'whole' | 'part', found: readonly (readonly number[])[]]>([
    ['Vedtak om Kari Nordmann i dag', 'kari nordmann', 'whole', [[2, 3]]],
    ['«Nordmann», (Nordmann)', 'Nordmann', 'whole', [[0], [1]]],
    ['Nordmanns Nordmann-Li', 'Nordmann', 'whole', []],
    ['Nordmanns Nordmann-Li', 'Nordmann', 'part', [[0], [1]]],
    ['Nord- mann er her', 'Nordmann', 'whole', [[0, 1]]],
    ['N o r d m a n n', 'Nordmann', 'whole', [[0, 1, 2, 3, 4, 5, 6, 7]]],
    ['Kari – Nordmann', 'Kari Nordmann', 'whole', [[0, 2]]],
    ['person Per', 'Per', 'whole', [[1]]],
    ['ordet', '   ', 'whole', []],
    ['', 'ord', 'whole', []],
    ['kari karin', 'Kari', 'part', [[0], [1]]],
  ])('%s: «%s», %s', (words, phrase, kind, found) => {
    expect(findPhrase(words.split(' '), phrase, kind)).toEqual(found);
  });

  test('signs around a word do not make it another word, letters do', () => {
    expect(wordKey('«Nord\u00ADmann,»')).toBe('nordmann');
    expect(wordKey('Ra\uFB01ki')).toBe('rafiki');
    expect(wordKey('—')).toBe('');
  });
});

test.each<[words: string, phrase: string, stands: boolean]>([
  ['født 13014525702 her', '13014525702', true],
  ['født 130145 25702 her', '13014525702', true],
  ['født 130145-25702 her', '130145 25702', true],
  ['tlf. 130145', '13014525702', false],
  ['Nordmanns', 'Nordmann', false],
  ['Nord- mann', 'Nordmann', true],
])('«%s» still says «%s»: %s', (words, phrase, stands) => {
  expect(stillStands(words.split(' '), phrase)).toBe(stands);
});

describe('marks that cannot be carried out', () => {
  test.each([
    ['nothing', { areas: [], gone: [] }, 3, 'nothing-marked'],
    ['a page that is not there', { areas: [{ ...area, page: 3 }], gone: [] }, 3, 'area-outside'],
    ['half a page', { areas: [{ ...area, page: 0.5 }], gone: [] }, 3, 'area-outside'],
    ['an area of nothing', { areas: [{ ...area, right: 1 }], gone: [] }, 3, 'area-outside'],
    ['more pages than can be drawn', { areas: [area], gone: [] }, maskingLimits.pages + 1, 'too-many-pages'],
    ['an area', { areas: [area], gone: [] }, 1, undefined],
    ['a word', { areas: [], gone: ['ord'] }, 1, undefined],
  ])('%s', (_what, masking, pages, fault) => {
    expect(maskingFault(masking, pages)).toBe(fault);
  });
});

describe('what is proposed', () => {
  test('identity numbers as the pages write them, hidden words of the title and screened parties', () => {
    const pages = [
      pageOf('Barnevern for Ingrid Solberg, 148385 11091'),
      pageOf('Ingrids mor 14838511091 kom'),
      pageOf('f. 148385-11091.'),
    ];
    expect(
      proposeMasks(pages, { titleWords: ['Barnevern', 'Fraværende'], parties: ['Ingrid Solberg'] }),
    ).toEqual([
      { phrase: '14838511091', reason: 'identity-number' },
      { phrase: '148385-11091', reason: 'identity-number' },
      { phrase: 'Barnevern', reason: 'title' },
      { phrase: 'Ingrid Solberg', reason: 'party' },
      { phrase: 'Ingrid', reason: 'party' },
      { phrase: 'Solberg', reason: 'party' },
    ]);
  });

  test('no number that is none, and nothing where nothing is hidden', () => {
    expect(proposeMasks([pageOf('Ref. 12345678901')], { titleWords: [], parties: [] })).toEqual([]);
  });

  test('words of the title that its public form does not have', () => {
    expect(hiddenTitleWords('Vedtak – Kari Nordmann', 'Vedtak – ***** *****')).toEqual(['Kari', 'Nordmann']);
    expect(hiddenTitleWords('Vedtak', 'Vedtak')).toEqual([]);
  });
});

describe('identity numbers', () => {
  const pages = [
    pageOf('Ingrid, 148385 11091, og ref. 12345678901'),
    pageOf('f. 148385-11091. 14838511091 her'),
  ];
  const hidden = withNumbersHidden(pages);

  test('are handed out with their last digits hidden, every word in its place and as long as before', () => {
    expect(hidden.map(({ words }) => words.map(({ text }) => text).join(' '))).toEqual([
      'Ingrid, 148385 ●●●●●, og ref. 12345678901',
      'f. 148385-●●●●●. 148385●●●●● her',
    ]);
    expect(hidden[1]?.words[1]).toEqual({ ...pages[1]?.words[1], text: '148385-●●●●●.' });
  });

  test('are found by what is shown of them, and by nothing else', () => {
    const [first = [], second = []] = hidden.map(({ words }) => words.map(({ text }) => text));
    expect(findPhrase(first, '148385●●●●●', 'whole')).toEqual([[1, 2]]);
    expect(findPhrase(second, '148385●●●●●', 'whole')).toEqual([[2]]);
    expect(findPhrase(second, '148385', 'whole')).toEqual([]);
    expect(findPhrase(['●', 'Kari'], 'Kari', 'whole')).toEqual([[1]]);
  });

  test('are proposed hidden, and are themselves again for the search of what was drawn', () => {
    const proposals = withPhrasesHidden(proposeMasks(pages, { titleWords: [], parties: [] }));
    expect(proposals.map(({ phrase }) => phrase)).toEqual(['148385●●●●●', '148385-●●●●●']);
    expect(numbersBehind(pages, '148385●●●●●')).toEqual(['14838511091', '14838511091']);
    expect(numbersBehind(pages, '148385-●●●●●')).toContain('148385-11091');
    expect(numbersBehind(pages, '010101●●●●●')).toEqual([]);
  });
});
