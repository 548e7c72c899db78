import type { CalendarDate, Instant } from './basics.ts';

const oslo = new Intl.DateTimeFormat('en-CA', {
  timeZone: 'Europe/Oslo',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
});

/** The Norwegian calendar date at an instant. */
export const dateOf = (instant: Instant): CalendarDate => oslo.format(Date.parse(instant));

export const plusDays = (date: CalendarDate, days: number): CalendarDate =>
  new Date(Date.parse(`${date}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);

/** The same day so many years on; 29 February becomes 1 March where there is none. */
export const plusYears = (date: CalendarDate, years: number): CalendarDate => {
  const day = new Date(`${date}T00:00:00Z`);
  day.setUTCFullYear(day.getUTCFullYear() + years);
  return day.toISOString().slice(0, 10);
};

export const plusSeconds = (instant: Instant, seconds: number): Instant =>
  new Date(Date.parse(instant) + seconds * 1000).toISOString();

/**
 * Has the time to wait for come? One further off than anybody waits was written by a clock that has been set back since,
 * and waits for nothing.
 */
export const isDue = (at: Instant | undefined, now: Instant, longestSeconds: number): boolean =>
  at === undefined || at <= now || at > plusSeconds(now, longestSeconds);
