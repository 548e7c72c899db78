import { expect, test } from 'vitest';
import { type Succession, successorOf, type TakeOver } from '../../../domain/access/succession.ts';
import { type Instant, toId, type UserId } from '../../../domain/basics.ts';
import { toInstant } from '../../../domain/calendar.ts';
import { unit } from '../../support/units.ts';

const user = (name: string): UserId => toId(name);
const at = (day: number): Instant => toInstant(Date.UTC(2026, 10, day, 8));
const took = (from: string, to: string, day: number, change: Partial<TakeOver> = {}): TakeOver => ({
  id: toId(`${from}-${to}`),
  from: user(from),
  to: user(to),
  on: '2026-11-01',
  units: [unit('Helse')],
  orderedAt: at(1),
  orderedBy: user('leder'),
  state: 'done',
  endedAt: at(day),
  ...change,
});
const gone: readonly string[] = ['kari', 'ola'];
const successor = (change: Partial<Succession>, since = at(5)) =>
  successorOf(
    user('kari'),
    { unit: unit('Helse'), since, caseOwner: user('eier') },
    { takeOvers: [], deputyships: [], isActive: (id) => !gone.includes(id), ...change },
    '2026-11-20',
  );

test('it goes to whoever took over, and to whoever took over from that one, whatever order they are read in', () => {
  expect(successor({ takeOvers: [took('kari', 'lars', 10)] })).toBe('lars');
  expect(successor({ takeOvers: [took('ola', 'mari', 12), took('kari', 'ola', 10)] })).toBe('mari');
});

test('a take-over from before it was sent, of another unit, or that is not done, gives nothing', () => {
  const here = { isActive: () => true };
  expect(successor({ ...here, takeOvers: [took('kari', 'lars', 4)] })).toBe('kari');
  expect(successor({ ...here, takeOvers: [took('kari', 'lars', 10, { units: [unit('Skole')] })] })).toBe(
    'kari',
  );
  expect(successor({ ...here, takeOvers: [took('kari', 'lars', 10, { state: 'withdrawn' })] })).toBe('kari');
  expect(successor({ ...here, takeOvers: [took('ola', 'lars', 10), took('kari', 'ola', 12)] })).toBe('ola');
});

test('of one who has left it goes to the deputy of that day, else to the owner of the case, else it stays', () => {
  const deputyship = {
    id: toId<'deputyship'>('d'),
    deputy: user('vikar'),
    deputyOf: user('kari'),
    from: '2026-11-01',
    to: '2026-11-30',
    withClearances: false,
  } as const;
  expect(successor({ deputyships: [deputyship] })).toBe('vikar');
  expect(successor({ deputyships: [{ ...deputyship, to: '2026-11-10' }] })).toBe('eier');
  expect(successor({ isActive: () => false })).toBe('kari');
});
