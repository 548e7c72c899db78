import { expect, test } from 'vitest';
import { answerWithRange, readRange } from '../../main/hosts/byte-range.ts';

test.each([
  ['bytes=0-1', { start: 0, end: 1 }],
  ['bytes=3-', { start: 3, end: 9 }],
  ['bytes=-4', { start: 6, end: 9 }],
  ['bytes=-40', { start: 0, end: 9 }],
  ['bytes=8-400', { start: 8, end: 9 }],
  ['bytes=10-', 'unsatisfiable'],
  ['bytes=-0', 'unsatisfiable'],
  ['bytes=5-2', undefined],
  ['bytes=0-1,3-4', undefined],
  ['lines=0-1', undefined],
  ['bytes=-', undefined],
  ['', undefined],
  [undefined, undefined],
])('of ten bytes, %s is %o', (header, range) => {
  expect(readRange(header, 10)).toEqual(range);
});
test('of an empty file there is no part', () => {
  expect(readRange('bytes=0-', 0)).toBe('unsatisfiable');
  expect(answerWithRange(new Uint8Array(0), undefined).status).toBe(200);
});
