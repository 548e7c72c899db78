import { setTimeout as sleep } from 'node:timers/promises';

export type CallLimiter = { readonly turn: () => Promise<void> };

/**
 * Lets at most `calls` start within any second; the others wait their turn in order. The service blocks a whole
 * organisation for 30 s when it is asked more than ten times in a second.
 */
export function limitCalls(calls: number, now: () => number = () => performance.now()): CallLimiter {
  const starts: number[] = [];
  let queue: Promise<void> = Promise.resolve();
  const take = async (): Promise<void> => {
    for (
      let oldest = starts[starts.length - calls];
      oldest !== undefined;
      oldest = starts[starts.length - calls]
    ) {
      const wait = oldest + 1_000 - now();
      if (wait <= 0) break;
      await sleep(Math.ceil(wait));
    }
    starts.push(now());
    if (starts.length > calls) starts.splice(0, starts.length - calls);
  };
  return {
    turn: () => {
      queue = queue.then(take);
      return queue;
    },
  };
}
