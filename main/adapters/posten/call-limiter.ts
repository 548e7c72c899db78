import { setTimeout as sleep } from 'node:timers/promises';

export type CallLimiter = { readonly turn: () => Promise<void> };

/** Milliseconds from any fixed moment, and a wait. */
export type Pacing = { readonly now: () => number; readonly wait: (ms: number) => Promise<unknown> };
const realPacing: Pacing = { now: () => performance.now(), wait: sleep };

/**
 * Lets at most `calls` start within any second; the others wait their turn in order. The service blocks a whole
 * organisation for 30 s when it is asked more than ten times in a second.
 */
export function limitCalls(calls: number, { now, wait }: Pacing = realPacing): CallLimiter {
  const starts: number[] = [];
  let queue: Promise<void> = Promise.resolve();
  const oldest = () => starts[starts.length - calls] ?? Number.NEGATIVE_INFINITY;
  const take = async (): Promise<void> => {
    for (let left = oldest() + 1_000 - now(); left > 0; left = oldest() + 1_000 - now())
      await wait(Math.ceil(left));
    starts.push(now());
    if (starts.length > calls) starts.shift();
  };
  return {
    turn: () => {
      queue = queue.then(take);
      return queue;
    },
  };
}
