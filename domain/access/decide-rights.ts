import { type CalendarDate, ok, type Result, refuse, type UnitId } from '../basics.ts';
import { type Ability, hasAbility, rolesWith } from '../roles.ts';
import type { AccessCode } from './access-code.ts';
import type { Actor } from './actor.ts';
import { type AdminUnit, isUnitOpen } from './admin-unit.ts';
import { type DatedClearance, type DatedRole, isInForce, type UserRights } from './rights.ts';

export type RightsRefusal =
  | 'not-allowed'
  | 'other-unit'
  | 'not-found'
  | 'unit-closed'
  | 'dates-reversed'
  | 'right-twice'
  | 'own-owner-role'
  | 'last-system-owner';

/** What a decision about rights is made from, as it stands before. */
export type RightsBackground = {
  readonly rights: readonly UserRights[];
  readonly units: readonly AdminUnit[];
  readonly codes: readonly Pick<AccessCode, 'id'>[];
};

/**
 * May `by` give this user exactly these rights? Roles are given by who manages users in the unit, clearances and groups
 * by who manages access there, and the system owner's role by another system owner.
 */
export function decideRights(
  by: Actor,
  after: UserRights,
  { rights, units, codes }: RightsBackground,
  today: CalendarDate,
): Result<undefined, RightsRefusal> {
  if (!hasAbility(by, 'manage-users')) return refuse('not-allowed');
  const before = rights.find((one) => one.userId === after.userId);
  if (!before) return refuse('not-found');
  const roles = different(before.roles, after.roles, sameRole);
  const clearances = different(before.clearances, after.clearances, sameClearance);
  const groups = different(before.groups, after.groups, (a, b) => a === b);
  if (groups.length + clearances.length > 0 && !hasAbility(by, 'manage-access')) return refuse('not-allowed');
  if (!roles.every(({ unit }) => covers(by, 'manage-users', unit))) return refuse('other-unit');
  if (!clearances.every(({ unit }) => covers(by, 'manage-access', unit))) return refuse('other-unit');
  if (roles.some(isOwnership) && !by.roles.includes('systemOwner')) return refuse('not-allowed');
  if (by.id === after.userId && added(before.roles, after.roles, sameRole).some(isOwnership))
    return refuse('own-owner-role');
  for (const { from, to } of [...after.roles, ...after.clearances])
    if (to !== undefined && to < from) return refuse('dates-reversed', { from, to });
  const name = (id: UnitId) => units.find((unit) => unit.id === id)?.name ?? id;
  const twice =
    repeated(after.roles, (a, b) => a.role === b.role && a.unit === b.unit) ??
    repeated(after.clearances, (a, b) => a.accessCode === b.accessCode && a.unit === b.unit);
  if (twice) return refuse('right-twice', { unit: name(twice.unit) });
  for (const { unit } of [
    ...added(before.roles, after.roles, sameRole),
    ...added(before.clearances, after.clearances, sameClearance),
  ]) {
    const found = units.find((one) => one.id === unit);
    if (!found) return refuse('not-found');
    if (!isUnitOpen(found, today)) return refuse('unit-closed', { unit: found.name });
  }
  if (!after.clearances.every(({ accessCode }) => codes.some((code) => code.id === accessCode)))
    return refuse('not-found');
  return losesOwner(rights, [...rights.filter((one) => one !== before), after], today)
    ? refuse('last-system-owner')
    : ok(undefined);
}

/** Would the archive come to be without an owner: somebody who has the role today, and with no last day? */
export const losesOwner = (
  before: readonly UserRights[],
  after: readonly UserRights[],
  today: CalendarDate,
): boolean => isOwned(before, today) && !isOwned(after, today);
const isOwned = (rights: readonly UserRights[], today: CalendarDate): boolean =>
  rights.some((one) =>
    one.roles.some((role) => isOwnership(role) && isInForce(role, today) && role.to === undefined),
  );
const isOwnership = ({ role }: Pick<DatedRole, 'role'>): boolean => role === 'systemOwner';

const covers = (by: Actor, ability: Ability, unit: UnitId): boolean =>
  by.access.grants.some((grant) => rolesWith(ability).includes(grant.role) && grant.units.includes(unit));

type Same<One> = (a: One, b: One) => boolean;
export const sameRole: Same<DatedRole> = (a, b) =>
  a.role === b.role && a.unit === b.unit && a.from === b.from && a.to === b.to;
export const sameClearance: Same<DatedClearance> = (a, b) =>
  a.accessCode === b.accessCode && a.unit === b.unit && a.from === b.from && a.to === b.to;

/** What is in `after` and was not in `before`. */
export const added = <One>(before: readonly One[], after: readonly One[], same: Same<One>): readonly One[] =>
  after.filter((one) => !before.some((other) => same(one, other)));
const different = <One>(before: readonly One[], after: readonly One[], same: Same<One>): readonly One[] => [
  ...added(before, after, same),
  ...added(after, before, same),
];
const repeated = <One>(all: readonly One[], same: Same<One>): One | undefined =>
  all.find((one, at) => all.slice(0, at).some((other) => same(one, other)));
