import { expect, test } from 'vitest';
import { accessOn, type Deputyship, type UserRights } from '../../../domain/access/rights.ts';
import { toId, type UserId } from '../../../domain/basics.ts';
import { unit } from '../../support/units.ts';

const kari: UserId = toId('kari');
const ola: UserId = toId('ola');
const siri: UserId = toId('siri');
const units = [
  { id: unit('kommune') },
  { id: unit('helse'), parentId: unit('kommune') },
  { id: unit('hjemme'), parentId: unit('helse') },
  { id: unit('skole'), parentId: unit('kommune') },
];
const rights = (userId: UserId, change: Partial<UserRights> = {}): UserRights => ({
  userId,
  roles: [{ role: 'caseworker', unit: unit('helse'), from: '2026-01-01' }],
  clearances: [{ accessCode: toId('KL'), unit: unit('helse'), from: '2026-01-01' }],
  groups: [toId('vern')],
  ...change,
});
const deputy = (change: Partial<Deputyship> = {}): Deputyship => ({
  id: toId('d'),
  deputy: ola,
  deputyOf: kari,
  from: '2026-06-01',
  to: '2026-06-30',
  withClearances: false,
  ...change,
});
const nothing = (userId: UserId) => rights(userId, { roles: [], clearances: [], groups: [] });

test('a role counts in its unit and all below it, from its first day to its last', () => {
  const dated = rights(kari, {
    roles: [{ role: 'leader', unit: unit('helse'), from: '2026-02-01', to: '2026-02-28' }],
  });
  const on = (day: Parameters<typeof accessOn>[0]) => accessOn(day, kari, units, [dated], []).grants;
  expect(on('2026-01-31')).toEqual([]);
  expect(on('2026-02-01')).toEqual([
    { role: 'leader', units: [unit('helse'), unit('hjemme')], atTop: false },
  ]);
  expect(on('2026-02-28')).toHaveLength(1);
  expect(on('2026-03-01')).toEqual([]);
});

test('a deputy has the roles of the other in that time, and the clearances and groups only where it is said', () => {
  const all = [rights(kari), nothing(ola)];
  const plain = accessOn('2026-06-15', ola, units, all, [deputy()]);
  expect(plain.deputyOf).toEqual([kari]);
  expect(plain.grants).toHaveLength(1);
  expect(plain.clearances).toEqual([]);
  expect(plain.groups).toEqual([]);
  const trusted = accessOn('2026-06-15', ola, units, all, [deputy({ withClearances: true })]);
  expect(trusted.clearances).toHaveLength(1);
  expect(trusted.groups).toEqual([toId('vern')]);
  for (const day of ['2026-05-31', '2026-07-01'] as const)
    expect(accessOn(day, ola, units, all, [deputy({ withClearances: true })])).toEqual({
      grants: [],
      clearances: [],
      groups: [],
      deputyOf: [],
    });
});

test('the deputy of a deputy has nothing of the first, and nobody becomes owner of the system by being a deputy', () => {
  const owner = rights(kari, {
    roles: [{ role: 'systemOwner', unit: unit('kommune'), from: '2026-01-01' }],
  });
  const chain = [deputy(), deputy({ deputy: siri, deputyOf: ola })];
  const all = [owner, nothing(ola), nothing(siri)];
  expect(accessOn('2026-06-15', ola, units, all, chain).grants).toEqual([]);
  expect(
    accessOn('2026-06-15', siri, units, [rights(kari), nothing(ola), nothing(siri)], chain).grants,
  ).toEqual([]);
});
