import { setTimeout as sleep } from 'node:timers/promises';

export type CallLimiter = { readonly run: <T>(call: () => Promise<T>) => Promise<T> };

/** Milliseconds from any fixed moment, and a wait. */
export type Pacing = { readonly now: () => number; readonly wait: (ms: number) => Promise<unknown> };
const realPacing: Pacing = { now: () => performance.now(), wait: sleep };

/**
 * Lets at most `calls` reach the other side within any second; the rest wait their turn in order. The service blocks
 * a whole organisation for 30 s when it is asked more than ten times in a second. Nobody here knows when a call reaches
 * it, only that it is before the answer: so each call keeps its place until one second after its end.
 */
export function limitCalls(calls: number, { now, wait }: Pacing = realPacing): CallLimiter {
  /** From when each idle place may be used; oldest first. */
  const idle: number[] = Array.from({ length: calls }, () => Number.NEGATIVE_INFINITY);
  let onIdle: () => void = () => undefined;
  let queue: Promise<void> = Promise.resolve();

  const take = async (): Promise<void> => {
    if (idle.length === 0)
      await new Promise<void>((resolve) => {
        onIdle = resolve;
      });
    const from = idle.shift() ?? now();
    for (let left = from - now(); left > 0; left = from - now()) await wait(Math.ceil(left));
  };
  return {
    run: async (call) => {
      queue = queue.then(take);
      await queue;
      try {
        return await call();
      } finally {
        idle.push(now() + 1_000);
        onIdle();
      }
    },
  };
}
