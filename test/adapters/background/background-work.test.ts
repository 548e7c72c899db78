import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Instant } from '../../../domain/basics.ts';
import { toInstant } from '../../../domain/calendar.ts';
import {
  type BackgroundWork,
  createBackgroundWork,
} from '../../../main/adapters/background/background-work.ts';

type Script = Parameters<typeof createBackgroundWork>[0];
const minute = 60_000;

beforeEach(() => void vi.useFakeTimers({ now: Date.parse('2026-11-20T10:00:00.000Z') }));
afterEach(() => void vi.useRealTimers());

const inMs = (ms: number): Instant => toInstant(Date.now() + ms);
/** Work that writes down what it is asked to do; `change` scripts parts of it. */
function scripted(change: Partial<Script> = {}): {
  readonly work: BackgroundWork;
  readonly did: string[];
  readonly lines: string[];
} {
  const did: string[] = [];
  const lines: string[] = [];
  const work = createBackgroundWork({
    send: async () => void did.push('send'),
    clearOut: async () => {},
    receive: async () => {
      did.push('receive');
      return { received: 0, nextAt: inMs(2 * minute) };
    },
    nextSending: async () => undefined,
    expectsNews: async () => true,
    clock: { now: () => toInstant(new Date()) },
    log: (line) => void lines.push(line),
    ...change,
  });
  return { work, did, lines };
}
const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms);
/** A task that stands still until it is let go. */
function gate() {
  let open = () => {};
  const passed = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { passed, open: () => open() };
}

test('asks again when the service permits, and not before', async () => {
  const { work, did } = scripted();
  work.start();
  await pass(0);
  expect(did).toEqual(['send', 'receive']);
  await pass(2 * minute - 1);
  expect(did).toHaveLength(2);
  await pass(1);
  expect(did).toHaveLength(4);
  await work.stop();
});

test('rests for a quarter of an hour while no answer is expected', async () => {
  const { work, did } = scripted({ expectsNews: async () => false });
  work.start();
  await pass(0);
  await pass(15 * minute - 1);
  expect(did).toHaveLength(2);
  await pass(1);
  expect(did).toHaveLength(4);
  await work.stop();
});

test('sends again when a waiting job is due, long before the next answer', async () => {
  const { work, did } = scripted({ nextSending: async () => inMs(10_000) });
  work.start();
  await pass(0);
  await pass(10_000);
  expect(did).toEqual(['send', 'receive', 'send', 'receive']);
  await work.stop();
});

test('a question from the clerk waits for the round under way, and never overlaps with one', async () => {
  const held = gate();
  let running = 0;
  let most = 0;
  const { work } = scripted({
    receive: async () => {
      running += 1;
      most = Math.max(most, running);
      await held.passed;
      running -= 1;
      return { received: 1 };
    },
  });
  work.start();
  await pass(0);
  const answers = [work.fetchNow(), work.fetchNow()];
  work.wakeOutbox();
  await pass(1_000);
  expect(most).toBe(1);
  held.open();
  expect(await Promise.all(answers)).toEqual([{ received: 1 }, { received: 1 }]);
  await pass(0);
  expect(most).toBe(1);
  await work.stop();
});

test('stopping waits for what is under way, and begins nothing more', async () => {
  const held = gate();
  const did: string[] = [];
  const { work } = scripted({
    send: async () => {
      did.push('begun');
      await held.passed;
      did.push('ended');
    },
  });
  work.start();
  await pass(0);
  work.wakeOutbox();
  await pass(0);
  const stopped = work.stop().then(() => did.push('stopped'));
  await pass(minute);
  expect(did).toEqual(['begun']);
  held.open();
  await stopped;
  await pass(60 * minute);
  expect(did).toEqual(['begun', 'ended', 'stopped']);
});

test('a wake-up that comes while a round ends is not forgotten', async () => {
  const { work, did } = scripted({
    expectsNews: async () => {
      // After the outbox was emptied, before the round has planned the next one.
      if (did.length === 2) work.wakeOutbox();
      return false;
    },
  });
  work.start();
  await pass(0);
  await pass(1);
  expect(did).toEqual(['send', 'receive', 'send', 'receive']);
  await work.stop();
});

test('an outbox that fails does not keep answers out, nor the other way round', async () => {
  const did: string[] = [];
  const failing = scripted({
    send: () => Promise.reject(new Error('disk full')),
    receive: async () => {
      did.push('receive');
      return { received: 0 };
    },
  });
  failing.work.start();
  await pass(0);
  expect(did).toEqual(['receive']);
  expect(failing.lines).toEqual(['background work: Error: disk full']);
  expect(await failing.work.fetchNow()).toEqual({ received: 0 });
  await failing.work.stop();

  const offline = scripted({
    receive: () => Promise.reject(new Error('ECONNREFUSED')),
    nextSending: async () => inMs(10_000),
  });
  offline.work.start();
  await pass(0);
  await pass(10_000);
  expect(offline.did).toEqual(['send', 'send']);
  await expect(offline.work.fetchNow()).rejects.toThrow('ECONNREFUSED');
  await offline.work.stop();
});
