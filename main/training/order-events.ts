import type { CalendarDate, Instant } from '../../domain/basics.ts';
import { dateOf, plusDays, plusSeconds } from '../../domain/calendar.ts';
import { caseNumber } from '../../domain/case-file.ts';
import { recordNumber } from '../../domain/journal-entry.ts';
import type { Ingredients, TrainingCase, TrainingEntry } from './ingredients.ts';
import { atMinute, officeTime } from './norwegian-date.ts';

/** An entry on its place in the journal; the filed answer of its signing job has `answerTo`, the entry's own number. */
export type OrderedEntry = {
  readonly of: OrderedCase;
  readonly entry: TrainingEntry;
  readonly answerTo?: string;
  readonly recordNumber: string;
  readonly createdAt: Instant;
};
export type OrderedCase = {
  readonly from: TrainingCase;
  readonly caseNumber: string;
  readonly createdAt: Instant;
};

type Event = { readonly date: CalendarDate; readonly from: TrainingCase; readonly position: number } & (
  | { readonly entry: TrainingEntry; readonly answerTo: boolean }
  | { readonly entry?: undefined }
);

/**
 * Everything in the order in which it came about, numbered as the store will number it: cases per year, entries per
 * case. The drawn pages carry these numbers, so they must be known before anything is stored.
 */
export function orderEvents(ingredients: Pick<Ingredients, 'cases'>): {
  readonly cases: readonly OrderedCase[];
  readonly entries: readonly OrderedEntry[];
} {
  const cases = new Map<TrainingCase, OrderedCase>();
  const entries: OrderedEntry[] = [];
  const numbers = new Map<TrainingEntry, string>();
  const perYear = new Map<string, number>();
  const perCase = new Map<TrainingCase, number>();
  const perDay = new Map<CalendarDate, number>();
  for (const event of ingredients.cases.flatMap(eventsOf).sort(byDate)) {
    const createdAt = officeTime(event.date, 11 + 17 * next(perDay, event.date));
    if (!event.entry) {
      const year = event.date.slice(0, 4);
      const number = caseNumber(Number(year), next(perYear, year));
      cases.set(event.from, { from: event.from, caseNumber: number, createdAt });
      continue;
    }
    const of = cases.get(event.from);
    if (!of) throw new Error(`training case ${event.from.key}: ${event.entry.key} is older than the case`);
    const answerTo = event.answerTo ? numbers.get(event.entry) : undefined;
    const number = recordNumber(of.caseNumber, next(perCase, event.from));
    if (!event.answerTo) numbers.set(event.entry, number);
    entries.push({
      of,
      entry: event.entry,
      answerTo,
      recordNumber: number,
      createdAt: event.answerTo ? answeredAt(event.entry) : createdAt,
    });
  }
  return { cases: [...cases.values()], entries };
}

const next = <Key>(counts: Map<Key, number>, key: Key): number => {
  const count = (counts.get(key) ?? 0) + 1;
  counts.set(key, count);
  return count;
};

const byDate = (one: Event, other: Event): number =>
  one.date === other.date ? one.position - other.position : one.date < other.date ? -1 : 1;

const eventsOf = (from: TrainingCase, index: number): readonly Event[] => [
  { date: from.date, from, position: index * 1000 },
  ...from.entries.flatMap((entry, order): readonly Event[] => {
    const position = index * 1000 + 2 * order + 1;
    const own = { date: registeredOn(entry), from, position, entry, answerTo: false } as const;
    const became = entry.job?.became;
    return became && 'failure' in became && !became.waits
      ? [own, { date: dateOf(atMinute(became.at)), from, position: position + 1, entry, answerTo: true }]
      : [own];
  }),
];

/** Incoming letters are registered when they arrive, everything else the day it is dated. */
export const registeredOn = (entry: Pick<TrainingEntry, 'type' | 'date' | 'days'>): CalendarDate =>
  entry.type === 'I' ? plusDays(entry.date, entry.days) : entry.date;

/** When the service's answer was taken in: two minutes after it was decided. */
export const answeredAt = ({ job }: Pick<TrainingEntry, 'job'>): Instant => {
  if (!job || !('failure' in job.became)) throw new Error('only a job that ended has an answer');
  return plusSeconds(atMinute(job.became.at), 120);
};
