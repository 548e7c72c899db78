import { randomUUID } from 'node:crypto';
import type { Access, Actor } from '../../domain/access/actor.ts';
import { type CalendarDate, toId, type UnitId } from '../../domain/basics.ts';
import type { Role, User } from '../../domain/roles.ts';
import type { AccessReader } from '../../main/ports/archive/access.ts';
import { unit } from './units.ts';

/** Somebody with these roles in a unit, cleared for what `access` says and for nothing else. */
export const actorIn = (unitName: string, roles: readonly Role[], access: Partial<Access> = {}): Actor => ({
  id: toId(randomUUID()),
  name: `Prøve ${unitName}`,
  initials: 'P',
  adminUnit: unit(unitName),
  roles,
  access: {
    grants: roles.map((role) => ({ role, units: [unit(unitName)], atTop: false })),
    clearances: [],
    groups: [],
    deputyOf: [],
    ...access,
  },
});

/** A user of an archive with what they may act by that day, as a rule one long after all has been given. */
export const actorOf = async (
  archive: Pick<AccessReader, 'accessOf'>,
  user: User,
  today: CalendarDate = '2099-01-01',
): Promise<Actor> => ({ ...user, access: await archive.accessOf(user.id, today) });
/** The user with all their roles in these units, cleared for what `access` says and for nothing else. */
export const actorWith = (
  user: User,
  access: Partial<Access> & { readonly units?: readonly UnitId[] } = {},
): Actor => {
  const { units = [user.adminUnit], ...rest } = access;
  return {
    ...user,
    access: {
      grants: user.roles.map((role) => ({ role, units, atTop: true })),
      clearances: [],
      groups: [],
      deputyOf: [],
      ...rest,
    },
  };
};
