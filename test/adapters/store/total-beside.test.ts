import { expect, test } from 'vitest';
import { totalBeside } from '../../../main/adapters/store/total-beside.ts';

const counted = 7;
const total = (read: number, offset: number, limit: number) =>
  totalBeside(Array.from({ length: read }), { offset, limit }, async () => counted);

test('a page that is not full tells how many there are', async () => {
  expect(await total(3, 0, 5)).toBe(3);
  expect(await total(0, 0, 5)).toBe(0);
  expect(await total(2, 5, 5)).toBe(7);
});

test('a full page, one beyond the end and one of no rows are counted', async () => {
  expect(await total(5, 0, 5)).toBe(counted);
  expect(await total(0, 10, 5)).toBe(counted);
  expect(await total(0, 0, 0)).toBe(counted);
});
