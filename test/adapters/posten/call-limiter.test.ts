import fc from 'fast-check';
import { expect, test } from 'vitest';
import { limitCalls } from '../../../main/adapters/posten/call-limiter.ts';

/** Time that passes only when everyone waits for it. */
function idleTime() {
  let clock = 5_000;
  const sleepers: { readonly until: number; readonly wake: () => void }[] = [];
  const wait = (ms: number) =>
    new Promise<void>((wake) => {
      sleepers.push({ until: clock + ms, wake });
    });
  const runUntilDone = async (work: Promise<unknown>): Promise<void> => {
    let done = false;
    work.finally(() => {
      done = true;
    });
    while (!done) {
      await new Promise((resolve) => setImmediate(resolve));
      sleepers.sort((a, b) => a.until - b.until);
      const next = sleepers.shift();
      if (!next) continue;
      clock = Math.max(clock, next.until);
      next.wake();
    }
  };
  return { now: () => clock, wait, runUntilDone };
}

test('no more calls than allowed reach the other side within any second, in whatever time they take', async () => {
  const trip = fc.tuple(fc.integer({ min: 0, max: 900 }), fc.integer({ min: 0, max: 900 }));
  await fc.assert(
    fc.asyncProperty(fc.array(trip, { minLength: 1, maxLength: 40 }), async (trips) => {
      const time = idleTime();
      const limiter = limitCalls(9, time);
      const starts: number[] = [];
      const arrivals: number[] = [];
      const calls = trips.map(([there, back], index) =>
        limiter.run(async () => {
          starts.push(index);
          await time.wait(there);
          arrivals.push(time.now());
          await time.wait(back);
        }),
      );
      await time.runUntilDone(Promise.all(calls));
      expect(starts).toEqual(trips.map((_, index) => index));
      for (const at of arrivals)
        expect(arrivals.filter((other) => other >= at && other < at + 1_000).length).toBeLessThanOrEqual(9);
    }),
    { numRuns: 50 },
  );
});

test('a call that fails gives its place back', async () => {
  const time = idleTime();
  const limiter = limitCalls(1, time);
  const failed = limiter.run(() => Promise.reject(new Error('no')));
  const next = limiter.run(async () => 'yes');
  await expect(failed).rejects.toThrow('no');
  await time.runUntilDone(next);
  expect(await next).toBe('yes');
});
