import { expect, test } from 'vitest';
import { limitCalls } from '../../../main/adapters/posten/call-limiter.ts';

test('no more calls than allowed start within any second, and all start in their order', async () => {
  let clock = 5_000;
  const limiter = limitCalls(9, {
    now: () => clock,
    wait: async (ms) => {
      clock += ms;
    },
  });
  const starts: { readonly index: number; readonly at: number }[] = [];
  await Promise.all(
    Array.from({ length: 40 }, async (_, index) => {
      await limiter.turn();
      starts.push({ index, at: clock });
      clock += 10;
    }),
  );
  expect(starts.map(({ index }) => index)).toEqual(Array.from({ length: 40 }, (_, index) => index));
  for (const { at } of starts)
    expect(starts.filter((other) => other.at >= at && other.at < at + 1_000).length).toBeLessThanOrEqual(9);
  expect(clock).toBeLessThan(5_000 + 6_000);
});
