import type { AccessCodeId, AccessGroupId, CalendarDate, DeputyshipId, UnitId, UserId } from '../basics.ts';
import type { Role } from '../roles.ts';
import type { Access } from './actor.ts';
import { type AdminUnit, topOf, unitsUnder } from './admin-unit.ts';

/** From the first day to the last, both included; without a last day until it is taken away. */
type Dated = { readonly from: CalendarDate; readonly to?: CalendarDate };

export type DatedRole = Dated & { readonly role: Role; readonly unit: UnitId };
export type DatedClearance = Dated & { readonly accessCode: AccessCodeId; readonly unit: UnitId };

/** What one user has been given, past and coming included. */
export type UserRights = {
  readonly userId: UserId;
  readonly roles: readonly DatedRole[];
  readonly clearances: readonly DatedClearance[];
  readonly groups: readonly AccessGroupId[];
};

/** Stedfortreder: `deputy` acts for `deputyOf` in a stated time; with that one's clearances only where it is said. */
export type Deputyship = Required<Dated> & {
  readonly id: DeputyshipId;
  readonly deputy: UserId;
  readonly deputyOf: UserId;
  readonly withClearances: boolean;
};

export const isInForce = ({ from, to }: Dated, today: CalendarDate): boolean =>
  from <= today && (to === undefined || today <= to);

/**
 * What `userId` may act by on that day: one's own, and what comes of being somebody's deputy. Being the deputy of a deputy
 * gives nothing. The role of system owner cannot be used by a deputy.
 */
export function accessOn(
  today: CalendarDate,
  userId: UserId,
  units: readonly Pick<AdminUnit, 'id' | 'parentId'>[],
  rights: readonly UserRights[],
  deputyships: readonly Deputyship[],
): Access {
  const mine = deputyships.filter((one) => one.deputy === userId && isInForce(one, today));
  const of = (id: UserId) => rights.find((one) => one.userId === id);
  const own = of(userId);
  const roles = [
    ...(own?.roles ?? []).map((one) => ({ ...one, of: undefined })),
    ...mine.flatMap(({ deputyOf }) =>
      (of(deputyOf)?.roles ?? [])
        .filter(({ role }) => role !== 'systemOwner')
        .map((one) => ({ ...one, of: deputyOf })),
    ),
  ];
  const trusted = mine.filter((one) => one.withClearances).map((one) => of(one.deputyOf));
  const clearances = [own, ...trusted].flatMap((one) => one?.clearances ?? []);
  return {
    grants: roles
      .filter((one) => isInForce(one, today))
      .map(({ role, unit, of: whose }) => ({
        role,
        units: unitsUnder(units, unit),
        atTop: unit === topOf(units)?.id,
        ...(whose && { of: whose }),
      })),
    clearances: clearances
      .filter((one) => isInForce(one, today))
      .map(({ accessCode, unit }) => ({ accessCode, units: unitsUnder(units, unit) })),
    groups: [...new Set([own, ...trusted].flatMap((one) => one?.groups ?? []))],
    deputyOf: mine.map((one) => one.deputyOf),
  };
}
