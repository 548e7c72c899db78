import type { CalendarDate, Instant } from '../../domain/basics.ts';

const months = [
  'januar',
  'februar',
  'mars',
  'april',
  'mai',
  'juni',
  'juli',
  'august',
  'september',
  'oktober',
  'november',
  'desember',
] as const;

/** `4. mars 2025`; the month names are the same in both forms of Norwegian. */
export function longDate(date: CalendarDate): string {
  const [year = '', month = '', day = ''] = date.slice(0, 10).split('-');
  return `${Number(day)}. ${months[Number(month) - 1] ?? month} ${year}`;
}

export const addDays = (date: CalendarDate, days: number): CalendarDate =>
  new Date(Date.parse(`${date}T12:00:00.000Z`) + days * 86_400_000).toISOString().slice(0, 10);

/** `minutes` after seven in the morning UTC: within office hours in Norway all the year. */
export const officeTime = (date: CalendarDate, minutes: number): Instant =>
  new Date(Date.parse(`${date}T07:00:00.000Z`) + minutes * 60_000).toISOString();

/** `2026-11-12T09:15` of the ingredients as an instant. */
export const toInstant = (minute: string): Instant => `${minute}:00.000Z`;
