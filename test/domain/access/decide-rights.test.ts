import { expect, test } from 'vitest';
import type { Actor } from '../../../domain/access/actor.ts';
import { decideRights } from '../../../domain/access/decide-rights.ts';
import type { UserRights } from '../../../domain/access/rights.ts';
import { toId, type UserId } from '../../../domain/basics.ts';
import type { Role } from '../../../domain/roles.ts';
import { unit } from '../../support/units.ts';

const today = '2026-11-20';
const units = [
  { id: unit('kommune'), name: 'Kommunen', openedOn: '2024-01-01' },
  { id: unit('helse'), name: 'Helse', parentId: unit('kommune'), openedOn: '2024-01-01' },
  {
    id: unit('gammel'),
    name: 'Gammel',
    parentId: unit('kommune'),
    openedOn: '2024-01-01',
    closedOn: '2025-01-01',
  },
] as const;
const all = units.map(({ id }) => id);
const actor = (name: string, role: Role, over: Actor['access']['grants'][number]['units'] = all): Actor => ({
  id: toId(name),
  name,
  initials: 'X',
  adminUnit: unit('kommune'),
  roles: [role],
  access: {
    grants: [{ role, units: over, atTop: over.includes(unit('kommune')) }],
    clearances: [],
    groups: [],
    deputyOf: [],
  },
});
const jonas = actor('jonas', 'systemOwner');
const liv = actor('liv', 'documentCentre');
const plain = (name: string, ...roles: UserRights['roles']): UserRights => ({
  userId: toId<'user'>(name),
  roles,
  clearances: [],
  groups: [],
});
const owning = { role: 'systemOwner', unit: unit('kommune'), from: '2024-01-01' } as const;
const kari = plain('kari', { role: 'caseworker', unit: unit('helse'), from: '2024-01-01' });
const rights = [plain('jonas', owning), plain('liv'), kari];
const decide = (by: Actor, after: UserRights, others = rights) =>
  decideRights(by, after, { rights: others, units, codes: [{ id: toId('UO') }] }, today);
const refused = (by: Actor, after: UserRights, others = rights) => {
  const decision = decide(by, after, others);
  return decision.ok ? 'yes' : decision.refusal.code;
};
const clearance = { accessCode: toId<'access-code'>('UO'), unit: unit('helse'), from: today } as const;
const leader = { role: 'leader', unit: unit('helse'), from: today } as const;

test('roles are given by who manages users in the unit, clearances and groups by the system owner', () => {
  expect(refused(liv, { ...kari, roles: [leader] })).toBe('yes');
  expect(refused(actor('liv', 'documentCentre', [unit('gammel')]), { ...kari, roles: [leader] })).toBe(
    'other-unit',
  );
  expect(refused(liv, { ...kari, clearances: [clearance] })).toBe('not-allowed');
  expect(refused(liv, { ...kari, groups: [toId('vern')] })).toBe('not-allowed');
  expect(refused(jonas, { ...kari, clearances: [clearance], groups: [toId('vern')] })).toBe('yes');
  expect(refused(actor('kari', 'leader'), { ...kari, roles: [leader] })).toBe('not-allowed');
});

test('the system is owned by somebody always, and nobody makes themself its owner', () => {
  expect(refused(liv, { ...kari, roles: [owning] })).toBe('not-allowed');
  expect(refused(jonas, { ...kari, roles: [owning] })).toBe('yes');
  expect(refused(jonas, plain('jonas'))).toBe('last-system-owner');
  expect(refused(jonas, plain('jonas', { ...owning, to: '2027-01-01' }))).toBe('own-owner-role');
  const two = [...rights.slice(0, 2), { ...kari, roles: [owning] }];
  expect(refused(jonas, plain('jonas'), two)).toBe('yes');
  // One whose role has a last day does not keep the archive owned.
  const passing = [...rights.slice(0, 2), { ...kari, roles: [{ ...owning, to: '2027-01-01' as const }] }];
  expect(refused(jonas, plain('jonas'), passing)).toBe('last-system-owner');
});

test.each<[why: string, after: UserRights]>([
  ['not-found', plain('nobody')],
  ['dates-reversed', { ...kari, roles: [{ ...leader, to: '2026-11-19' }] }],
  ['dates-reversed', { ...kari, clearances: [{ ...clearance, to: '2026-11-19' }] }],
  ['right-twice', { ...kari, roles: [leader, { ...leader, from: '2027-01-01' }] }],
  ['right-twice', { ...kari, clearances: [clearance, { ...clearance, from: '2027-01-01' }] }],
  ['unit-closed', { ...kari, roles: [{ ...leader, unit: unit('gammel') }] }],
  ['other-unit', { ...kari, roles: [{ ...leader, unit: unit('finnes ikke') }] }],
  ['not-found', { ...kari, clearances: [{ ...clearance, accessCode: toId('ZZ') }] }],
])('%s', (why, after) => {
  expect(refused(jonas, after)).toBe(why);
});

test('what was held in a unit that has been closed may be kept, and ended', () => {
  const old = plain('kari', { role: 'caseworker', unit: unit('gammel'), from: '2024-01-01' });
  const others = [...rights.slice(0, 2), old];
  expect(refused(jonas, { ...old, clearances: [clearance] }, others)).toBe('yes');
  expect(refused(jonas, plain('kari'), others)).toBe('yes');
  const self: UserId = jonas.id;
  expect(refused(jonas, { ...plain('jonas', owning), userId: self, clearances: [clearance] })).toBe('yes');
});

test('the owner of a part gives nothing outside it, and no group: groups belong to no unit', () => {
  const local = actor('lokal', 'systemOwner', [unit('helse')]);
  expect(refused(local, { ...kari, roles: [leader], clearances: [clearance] })).toBe('yes');
  expect(refused(local, { ...kari, roles: [owning] })).toBe('other-unit');
  expect(refused(local, { ...kari, groups: [toId('vern')] })).toBe('not-at-top');
});

test('an archive that nobody owns at its top is owned again by whoever owns a part of it, by themself too', () => {
  const part = { ...owning, unit: unit('helse') } as const;
  const local = actor('lokal', 'systemOwner', [unit('helse')]);
  const ownerless = [plain('lokal', part), plain('liv'), kari];
  expect(refused(local, plain('lokal', part, owning), ownerless)).toBe('yes');
  expect(refused(local, { ...kari, roles: [owning] }, ownerless)).toBe('yes');
  expect(refused(liv, { ...kari, roles: [owning] }, ownerless)).toBe('not-allowed');
  // The last who could mend it stays.
  expect(refused(local, plain('lokal'), ownerless)).toBe('last-system-owner');
});

test('a role of owner below the top does not keep the archive owned', () => {
  const part = { ...owning, unit: unit('helse') } as const;
  expect(refused(jonas, plain('jonas'), [...rights.slice(0, 2), { ...kari, roles: [part] }])).toBe(
    'last-system-owner',
  );
});
