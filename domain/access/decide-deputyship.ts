import { type CalendarDate, ok, type Result, refuse } from '../basics.ts';
import type { User } from '../roles.ts';
import type { Actor } from './actor.ts';
import { mayInUnit } from './may.ts';
import type { Deputyship } from './rights.ts';

export type DeputyshipRefusal =
  | 'not-allowed'
  | 'not-found'
  | 'not-ones-clearances'
  | 'deputy-for-oneself'
  | 'deputy-twice'
  | 'dates-reversed'
  | 'date-past';

/** Those who may say who stands in for this user: that one, the leader of the unit, and its system owner. */
export const maySetDeputyOf = (by: Actor, user: Pick<User, 'id' | 'adminUnit'>): boolean =>
  by.id === user.id ||
  mayInUnit(by, 'manage-access', user.adminUnit).ok ||
  by.access.grants.some(({ role, units }) => role === 'leader' && units.includes(user.adminUnit));

/** A person's clearances are lent by that person, and by the system owner of the unit. */
export const mayLendClearancesOf = (by: Actor, user: Pick<User, 'id' | 'adminUnit'>): boolean =>
  by.id === user.id || mayInUnit(by, 'manage-access', user.adminUnit).ok;

/** May `by` set this deputy, where `others` stand already? */
export function decideDeputyship(
  by: Actor,
  one: Deputyship,
  users: readonly User[],
  others: readonly Deputyship[],
  today: CalendarDate,
): Result<undefined, DeputyshipRefusal> {
  const absent = users.find((user) => user.id === one.deputyOf);
  const deputy = users.find((user) => user.id === one.deputy);
  if (!absent || !deputy) return refuse('not-found');
  if (!maySetDeputyOf(by, absent)) return refuse('not-allowed');
  if (one.deputy === one.deputyOf) return refuse('deputy-for-oneself');
  if (one.withClearances && !mayLendClearancesOf(by, absent)) return refuse('not-ones-clearances');
  if (one.to < one.from) return refuse('dates-reversed', { from: one.from, to: one.to });
  if (one.to < today) return refuse('date-past', { to: one.to });
  const overlaps = others.some(
    (other) =>
      other.id !== one.id &&
      other.deputy === one.deputy &&
      other.deputyOf === one.deputyOf &&
      other.from <= one.to &&
      one.from <= other.to,
  );
  return overlaps ? refuse('deputy-twice', { deputy: deputy.name }) : ok(undefined);
}

/** The deputy may lay it down as well. */
export const mayEndDeputyship = (
  by: Actor,
  one: Deputyship,
  absent: Pick<User, 'id' | 'adminUnit'>,
): boolean => by.id === one.deputy || maySetDeputyOf(by, absent);
