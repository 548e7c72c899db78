import { type CalendarDate, ok, type Result, refuse, type UnitId } from '../basics.ts';
import type { AccessCode } from './access-code.ts';
import type { Actor } from './actor.ts';
import { type AdminUnit, isUnitOpen, topOf } from './admin-unit.ts';
import { maySomewhere } from './may.ts';
import { mayGive } from './may-give.ts';
import { type DatedClearance, type DatedRole, isInForce, type UserRights } from './rights.ts';

export type RightsRefusal =
  | 'not-allowed'
  | 'no-unit'
  | 'not-at-top'
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

/** May `by` give this user exactly these rights? What is given by whom and where, `mayGive` says. */
export function decideRights(
  by: Actor,
  after: UserRights,
  { rights, units, codes }: RightsBackground,
  today: CalendarDate,
): Result<undefined, RightsRefusal> {
  const manages = maySomewhere(by, 'manage-users');
  if (!manages.ok) return manages;
  const given = mayGive(by, rights, units, today);
  const before = rights.find((one) => one.userId === after.userId);
  if (!before) return refuse('not-found');
  const roles = different(before.roles, after.roles, sameRole);
  const clearances = different(before.clearances, after.clearances, sameClearance);
  const groups = different(before.groups, after.groups, (a, b) => a === b);
  const clears = maySomewhere(by, 'manage-access');
  if (groups.length + clearances.length > 0 && !clears.ok) return clears;
  if (!roles.every(({ unit }) => given.rolesIn.has(unit))) return refuse('other-unit');
  if (!clearances.every(({ unit }) => given.clearancesIn.has(unit))) return refuse('other-unit');
  if (groups.length > 0 && !given.groups.ok) return given.groups;
  if (roles.some(isOwnership) && !given.ownership.ok) return given.ownership;
  if (
    !given.rescues &&
    by.id === after.userId &&
    added(before.roles, after.roles, sameRole).some(isOwnership)
  )
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
  return losesOwner(rights, [...rights.filter((one) => one !== before), after], units, today)
    ? refuse('last-system-owner')
    : ok(undefined);
}

/**
 * Would the archive come to be without an owner: somebody who has the role today at the top, and with no last day? Where
 * it has none, it keeps at least those who own a part of it.
 */
export function losesOwner(
  before: readonly UserRights[],
  after: readonly UserRights[],
  units: readonly AdminUnit[],
  today: CalendarDate,
): boolean {
  const top = topOf(units)?.id;
  const isOwned = (rights: readonly UserRights[], of: (unit: UnitId) => boolean) =>
    rights.some((one) =>
      one.roles.some(
        (role) => isOwnership(role) && of(role.unit) && isInForce(role, today) && role.to === undefined,
      ),
    );
  const atTop = (unit: UnitId) => unit === top;
  const anywhere = () => true;
  return [atTop, anywhere].some((of) => isOwned(before, of) && !isOwned(after, of));
}

const isOwnership = ({ role }: Pick<DatedRole, 'role'>): boolean => role === 'systemOwner';

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
