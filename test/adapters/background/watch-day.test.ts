import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { toInstant } from '../../../domain/calendar.ts';
import { watchDay } from '../../../main/adapters/background/watch-day.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test('a new Norwegian day is told of once, within a second of midnight, until it is stopped', () => {
  vi.setSystemTime('2026-11-21T22:59:58.500Z');
  const begins = vi.fn();
  const stop = watchDay({ now: () => toInstant(Date.now()) }, begins);
  vi.advanceTimersByTime(1_000);
  expect(begins).not.toHaveBeenCalled();
  vi.advanceTimersByTime(1_500);
  expect(begins).toHaveBeenCalledTimes(1);
  vi.advanceTimersByTime(60_000);
  expect(begins).toHaveBeenCalledTimes(1);
  stop();
  vi.advanceTimersByTime(86_400_000);
  expect(begins).toHaveBeenCalledTimes(1);
});
