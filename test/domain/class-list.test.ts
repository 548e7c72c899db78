import { expect, test } from 'vitest';
import { parseClasses } from '../../domain/class-list.ts';

test('a list of classes becomes a tree by its codes, whatever the order and the mark between', () => {
  expect(parseClasses('411;Tilsetting\n4 Stillinger\r\nL42\tByggesaker\n\n 41 Personell ')).toEqual({
    ok: true,
    value: [
      { code: '4', title: 'Stillinger' },
      { code: '41', title: 'Personell', parent: '4' },
      { code: '411', title: 'Tilsetting', parent: '41' },
      { code: 'L42', title: 'Byggesaker' },
    ],
  });
});

test('a line without a title and a code that stands twice are named', () => {
  expect(parseClasses('4 Stillinger\n\n41')).toMatchObject({ refusal: { facts: { line: 3 } } });
  expect(parseClasses('4 A\n4 B')).toMatchObject({ refusal: { code: 'class-twice', facts: { code: '4' } } });
});
