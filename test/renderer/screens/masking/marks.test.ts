import { describe, expect, test } from 'vitest';
import type { WordPage } from '../../../../domain/masking.ts';
import {
  changeMarks,
  findHits,
  hitAt,
  noMarks,
  nudge,
  toMasking,
} from '../../../../renderer/screens/masking/marks.ts';

const pageOf = (text: string): WordPage => ({
  width: 100,
  height: 200,
  pictures: false,
  words: text
    .split(' ')
    .map((word, at) => ({ text: word, left: at * 10, top: 20, right: at * 10 + 9, bottom: 30 })),
});
const pages = [pageOf('Kari Nordmann og Nordmanns hus'), pageOf('Her bor Nordmann')];
const hits = findHits(pages, 'Nordmann');

describe('places of a phrase', () => {
  test('come with what stands around them, and whether they are the word itself', () => {
    expect(hits.map(({ page, text, kind }) => [page, text, kind])).toEqual([
      [0, 'Nordmann', 'whole'],
      [0, 'Nordmanns', 'form'],
      [1, 'Nordmann', 'whole'],
    ]);
    expect(hits[0]).toMatchObject({
      before: 'Kari',
      after: 'og Nordmanns hus',
      areas: [{ page: 0, left: 10, right: 19 }],
    });
  });

  test('a word is found under a point', () => {
    expect(hitAt(pages, 1, 25, 25)).toMatchObject({ text: 'Nordmann', key: hits[2]?.key });
    expect(hitAt(pages, 1, 25, 90)).toBeUndefined();
  });
});

describe('marks', () => {
  test('of every whole place mean that the word must be gone; of some, only that those places are hidden', () => {
    const all = changeMarks(noMarks, { do: 'mark', hits, phrase: ' Nordmann ' });
    expect(toMasking(all, pages).gone).toEqual(['Nordmann']);
    expect(toMasking(all, pages).areas).toHaveLength(3);
    const some = changeMarks(all, { do: 'unmark', keys: [hits[2]?.key ?? ''] });
    expect(toMasking(some, pages)).toMatchObject({ gone: [], areas: [{ page: 0 }, { page: 0 }] });
    const onlyForm = changeMarks(all, { do: 'unmark', keys: [hits[1]?.key ?? ''] });
    expect(toMasking(onlyForm, pages).gone).toEqual(['Nordmann']);
  });

  test('are taken back one step at a time, and never twice on one place', () => {
    const area = { page: 1, left: 1, top: 1, right: 5, bottom: 5 };
    const one = changeMarks(noMarks, { do: 'mark', hits });
    expect(changeMarks(one, { do: 'mark', hits }).marks).toHaveLength(3);
    const two = changeMarks(one, { do: 'add-field', area });
    const moved = changeMarks(two, { do: 'change-field', key: 'field 1', area: { ...area, right: 9 } });
    expect(moved.marks.at(-1)).toMatchObject({ key: 'field 1', areas: [{ right: 9 }] });
    const back = changeMarks(moved, { do: 'undo' });
    expect(back.marks.at(-1)).toMatchObject({ areas: [{ right: 5 }] });
    expect(changeMarks(changeMarks(back, { do: 'undo' }), { do: 'undo' }).marks).toEqual([]);
    expect(changeMarks(noMarks, { do: 'undo' })).toBe(noMarks);
  });

  test('a field stays on its page and keeps some size', () => {
    const area = { page: 0, left: 90, top: 10, right: 98, bottom: 20 };
    const size = { width: 100, height: 200 };
    expect(nudge(area, { x: 8, y: 0, resize: false }, size)).toMatchObject({ left: 92, right: 100 });
    expect(nudge(area, { x: 0, y: -40, resize: false }, size)).toMatchObject({ top: 0, bottom: 10 });
    expect(nudge(area, { x: -40, y: 400, resize: true }, size)).toMatchObject({
      left: 90,
      right: 94,
      bottom: 200,
    });
  });
});
