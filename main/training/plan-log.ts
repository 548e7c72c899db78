import type { Instant } from '../../domain/basics.ts';
import { dateOf, plusDays } from '../../domain/calendar.ts';
import { blank, fieldChanged, type LogRow } from '../../domain/change-log.ts';
import type { EntryStatus } from '../../domain/code-lists.ts';
import type { NewEntry } from '../ports/archive/entries.ts';
import { officeTime } from './norwegian-date.ts';
import type { OrderedEntry } from './order-events.ts';
import { caseworkerOf, type PlanFacts, theArchivist } from './plan-facts.ts';

const ownWay: readonly EntryStatus[] = ['R', 'F', 'E', 'J', 'A'];
const incomingWay: readonly EntryStatus[] = ['M', 'J', 'A'];

/** The statuses the entry has been through on its way to where it is. */
const wayTo = ({ type, status }: Pick<NewEntry, 'type' | 'status'>): readonly EntryStatus[] => {
  if (status === 'G') return ['R', 'F', 'G'];
  if (status === 'U') return type === 'I' ? ['M', 'U'] : ['R', 'F', 'U'];
  if (status === 'S') return ['S'];
  const way = type === 'I' ? incomingWay : ownWay;
  const steps = type === 'U' || type === 'I' ? way : way.filter((step) => step !== 'E' || status === 'E');
  return steps.slice(0, steps.indexOf(status) + 1);
};

/** Change log of the steps an entry has taken, and of its screening, in the codes the use cases log. */
export function stepsTaken(item: OrderedEntry, entry: NewEntry, facts: PlanFacts): readonly LogRow[] {
  const caseworker = caseworkerOf(item, facts).name;
  const archivist = theArchivist(facts.cast, facts.ingredients).name;
  const closed = item.of.from.closed;
  const day = dateOf(item.createdAt);
  const when = (to: EntryStatus): Instant => {
    if (to === 'A') return closed === undefined ? officeTime(plusDays(day, 6), 300) : officeTime(closed, 479);
    if (to === 'E') return entry.sentAt ?? officeTime(day, 450);
    if (to === 'J' && entry.type !== 'I') return officeTime(day, 470);
    return officeTime(day, to === 'U' ? 475 : 440);
  };
  const way = wayTo(entry);
  const steps = way.slice(1).map(
    (to, position): LogRow => ({
      subject: 'entry',
      subjectId: entry.id,
      ...fieldChanged('journalstatus', way[position] ?? to, to),
      at: when(to),
      by: ['J', 'A', 'U'].includes(to) ? archivist : caseworker,
    }),
  );
  const made = (field: string, after: string): LogRow => ({
    subject: 'entry',
    subjectId: entry.id,
    ...fieldChanged(field, blank, after),
    at: entry.createdAt,
    by: entry.createdBy,
  });
  const { screening } = entry;
  return [
    made('journalstatus', way[0] ?? entry.status),
    ...(screening
      ? [made('tilgangsrestriksjon', screening.accessCode), made('skjermingshjemmel', screening.legalBasis)]
      : []),
    ...steps,
  ];
}
