import type { AccessCodeId, AccessGroupId, UnitId, UserId } from '../basics.ts';
import type { Role, User } from '../roles.ts';

/** A role and the units it is held in, those below included. */
export type RoleGrant = {
  readonly role: Role;
  readonly units: readonly UnitId[];
  /** Held at the top of the tree, and so over the archive as a whole. */
  readonly atTop: boolean;
  /** Whose role it is, where a deputy holds it. */
  readonly of?: UserId;
};
/** Klarering: what bears this access code in these units, those below included, may be opened. */
export type CodeClearance = { readonly accessCode: AccessCodeId; readonly units: readonly UnitId[] };

/** What a person may act by today; what has begun later or has ended is not among it, what comes of being a deputy is. */
export type Access = {
  readonly grants: readonly RoleGrant[];
  readonly clearances: readonly CodeClearance[];
  readonly groups: readonly AccessGroupId[];
  /** Whose cases and entries are as one's own today. */
  readonly deputyOf: readonly UserId[];
};

/** Somebody who wants to do or see something. */
export type Actor = User & {
  readonly access: Access;
  /** Those of `deputyOf` by name, for the log; absent for one who is nobody's deputy. */
  readonly principals?: readonly Pick<User, 'id' | 'name'>[];
};

/** The user with what may be acted by that day: a role whose time is over or has not begun is none, a deputy's counts. */
export const actorWithAccess = (user: User, access: Access): Actor => ({
  ...user,
  roles: [...new Set(access.grants.map(({ role }) => role))],
  access,
});

export const standsFor = ({ id, access }: Actor, owner: UserId): boolean =>
  owner === id || access.deputyOf.includes(owner);
