import { expect, test } from 'vitest';
import type { Actor } from '../../../domain/access/actor.ts';
import { decideDeputyship, mayEndDeputyship } from '../../../domain/access/decide-deputyship.ts';
import type { Deputyship } from '../../../domain/access/rights.ts';
import { toId } from '../../../domain/basics.ts';
import type { Role } from '../../../domain/roles.ts';
import { unit } from '../../support/units.ts';

const today = '2026-06-15';
const person = (name: string, role: Role, units = [unit('helse')]): Actor => ({
  id: toId(name),
  name,
  initials: name,
  adminUnit: unit('helse'),
  roles: [role],
  access: { grants: [{ role, units, atTop: false }], clearances: [], groups: [], deputyOf: [] },
});
const kari = person('kari', 'caseworker');
const ola = person('ola', 'caseworker');
const sigrid = person('sigrid', 'leader');
const guro = person('guro', 'leader', [unit('skole')]);
const jonas = person('jonas', 'systemOwner');
const users = [kari, ola, sigrid, guro, jonas];
const one: Deputyship = {
  id: toId('d'),
  deputy: ola.id,
  deputyOf: kari.id,
  from: '2026-06-15',
  to: '2026-06-30',
  withClearances: false,
};
const refused = (by: Actor, change: Partial<Deputyship> = {}, others: readonly Deputyship[] = []) => {
  const decision = decideDeputyship(by, { ...one, ...change }, users, others, today);
  return decision.ok ? 'yes' : decision.refusal.code;
};

test('a deputy is set by the person, the leader of the unit and the system owner, and by nobody else', () => {
  for (const by of [kari, sigrid, jonas]) expect(refused(by), by.name).toBe('yes');
  for (const by of [ola, guro]) expect(refused(by), by.name).toBe('not-allowed');
});

test('clearances are lent by who has them and by the system owner', () => {
  expect(refused(kari, { withClearances: true })).toBe('yes');
  expect(refused(jonas, { withClearances: true })).toBe('yes');
  expect(refused(sigrid, { withClearances: true })).toBe('not-ones-clearances');
});

test.each<[string, Partial<Deputyship>, readonly Deputyship[]]>([
  ['deputy-for-oneself', { deputy: kari.id }, []],
  ['not-found', { deputy: toId('nobody') }, []],
  ['dates-reversed', { to: '2026-06-14' }, []],
  ['date-past', { from: '2026-06-01', to: '2026-06-14' }, []],
  ['deputy-twice', { id: toId('e'), from: '2026-06-30', to: '2026-07-10' }, [one]],
  ['yes', { id: toId('e'), from: '2026-07-01', to: '2026-07-10' }, [one]],
  ['yes', { to: '2026-06-20' }, [one]],
])('%s', (why, change, others) => {
  expect(refused(kari, change, others)).toBe(why);
});

test('it is ended by those who may set it, and laid down by the deputy', () => {
  expect([kari, ola, sigrid, guro, jonas].filter((by) => mayEndDeputyship(by, one, kari))).toEqual([
    kari,
    ola,
    sigrid,
    jonas,
  ]);
});
