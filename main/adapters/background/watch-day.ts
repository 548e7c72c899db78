import { dateOf } from '../../../domain/calendar.ts';
import type { Clock } from '../../ports/clock.ts';

/** How soon it is noticed that a new day has begun, in milliseconds; also on a machine that slept through midnight. */
const LOOK_MS = 1_000;

/** Calls `begins` each time a new Norwegian day has begun: rights that are given by dates are others then. Stopped by what it gives. */
export function watchDay(clock: Clock, begins: () => void): () => void {
  let day = dateOf(clock.now());
  const timer = setInterval(() => {
    const now = dateOf(clock.now());
    if (now === day) return;
    day = now;
    begins();
  }, LOOK_MS);
  return () => clearInterval(timer);
}
