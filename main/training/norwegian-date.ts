import type { CalendarDate, Instant } from '../../domain/basics.ts';
import { toInstant } from '../../domain/calendar.ts';

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

/** `minutes` after seven in the morning UTC: within office hours in Norway all the year. */
export const officeTime = (date: CalendarDate, minutes: number): Instant =>
  toInstant(Date.parse(`${date}T07:00:00.000Z`) + minutes * 60_000);

/** `2026-11-12T09:15` of the ingredients as an instant. */
export const atMinute = (minute: string): Instant => toInstant(Date.parse(`${minute}:00.000Z`));
