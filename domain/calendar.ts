import type { CalendarDate, Instant } from './basics.ts';

const oslo = new Intl.DateTimeFormat('en-CA', {
  timeZone: 'Europe/Oslo',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
});

export const isCalendarDate = (text: string): text is CalendarDate => /^\d{4}-\d{2}-\d{2}$/.test(text);
export const isInstant = (text: string): text is Instant => /^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/.test(text);

/** Throws a RangeError for a time that is no time, or lies outside the years of four digits. */
export function toInstant(time: Date | number): Instant {
  const text = new Date(time).toISOString();
  if (!isInstant(text)) throw new RangeError(`outside the years of four digits: ${text}`);
  return text;
}

function toDate(text: string): CalendarDate {
  if (!isCalendarDate(text)) throw new RangeError(`no calendar date: ${text}`);
  return text;
}

/** The Norwegian calendar date at an instant. */
export const dateOf = (instant: Instant): CalendarDate => toDate(oslo.format(Date.parse(instant)));

/** When a Norwegian calendar day begins. */
export function startOfDay(date: CalendarDate): Instant {
  // Midnight in Norway is 22 or 23 o'clock the day before in UTC.
  const summer = toInstant(Date.parse(`${date}T00:00:00Z`) - 2 * 3_600_000);
  return dateOf(summer) === date ? summer : plusSeconds(summer, 3600);
}

export const plusDays = (date: CalendarDate, days: number): CalendarDate =>
  toDate(new Date(Date.parse(`${date}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10));

/** The same day so many years on; 29 February becomes 1 March where there is none. */
export const plusYears = (date: CalendarDate, years: number): CalendarDate => {
  const day = new Date(`${date}T00:00:00Z`);
  day.setUTCFullYear(day.getUTCFullYear() + years);
  return toDate(day.toISOString().slice(0, 10));
};

/** So many months earlier; a day that the month does not have becomes one early in the next. */
export const minusMonths = (instant: Instant, months: number): Instant => {
  const time = new Date(instant);
  time.setUTCMonth(time.getUTCMonth() - months);
  return toInstant(time);
};

/** So many months later; a day that the month does not have becomes one early in the next. */
export const plusMonths = (instant: Instant, months: number): Instant => minusMonths(instant, -months);

export const minusDays = (instant: Instant, days: number): Instant => plusSeconds(instant, -days * 86_400);
export const plusSeconds = (instant: Instant, seconds: number): Instant =>
  toInstant(Date.parse(instant) + seconds * 1000);

/**
 * Has the time to wait for come? One further off than anybody waits was written by a clock that has been set back since,
 * and waits for nothing.
 */
export const isDue = (at: Instant | undefined, now: Instant, longestSeconds: number): boolean =>
  at === undefined || at <= now || at > plusSeconds(now, longestSeconds);
