import { expect, test } from 'vitest';
import { type AdminUnit, decideUnit, unitsUnder } from '../../../domain/access/admin-unit.ts';
import { unit } from '../../support/units.ts';

const made = (name: string, parent?: string, change: Partial<AdminUnit> = {}): AdminUnit => ({
  id: unit(name),
  name,
  ...(parent !== undefined && { parentId: unit(parent) }),
  openedOn: '2024-01-01',
  ...change,
});
const tree = [made('Kommune'), made('Helse', 'Kommune'), made('Hjemme', 'Helse'), made('Skole', 'Kommune')];
const today = '2026-11-21';
const why = (after: AdminUnit): string => {
  const answer = decideUnit(tree, after, today);
  return answer.ok ? 'yes' : answer.refusal.code;
};

test('a unit covers itself and all below it, and a circle in a damaged tree comes to an end', () => {
  expect(unitsUnder(tree, unit('Helse'))).toEqual([unit('Helse'), unit('Hjemme')]);
  expect([...unitsUnder([made('A', 'B'), made('B', 'A')], unit('A'))].sort()).toEqual(['A', 'B']);
});

test.each<[string, AdminUnit, string]>([
  ['a new one below another', made('Plan', 'Kommune'), 'yes'],
  ['no name', made('', 'Kommune'), 'name-missing'],
  ['a name that is taken, in other letters', made('HELSE', 'Kommune'), 'unit-twice'],
  ['a second top', made('Fylke'), 'not-found'],
  ['below what is not there', made('Plan', 'Borte'), 'not-found'],
  ['below itself', made('Helse', 'Helse'), 'unit-in-itself'],
  ['below one of its own', made('Helse', 'Hjemme'), 'unit-in-itself'],
  ['moved', made('Hjemme', 'Skole'), 'yes'],
  ['closed with one below it', made('Helse', 'Kommune', { closedOn: '2026-01-01' }), 'unit-has-units'],
  ['closed', made('Hjemme', 'Helse', { closedOn: '2026-01-01' }), 'yes'],
])('the tree takes %s: %s', (_what, after, answer) => {
  expect(why(after)).toBe(answer);
});
