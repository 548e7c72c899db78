import type { Actor } from '../access/actor.ts';
import { type ArchiveRefusal, may, theArchive } from '../access/may.ts';
import { ok, type Result, refuse } from '../basics.ts';
import type { User } from '../roles.ts';

export type UserChangeRefusal = ArchiveRefusal | 'name-missing' | 'role-missing' | 'last-system-owner';

const ownsSystem = (user: Pick<User, 'roles'>) => user.roles.includes('systemOwner');

/** May `by` add this user, or change the one among `users` that has the same id, into `after`? */
export function decideUserChange(
  by: Actor,
  after: User,
  users: readonly User[],
): Result<undefined, UserChangeRefusal> {
  const allowed = may(by, 'manage-users', theArchive);
  if (!allowed.ok) return allowed;
  const before = users.find((user) => user.id === after.id);
  // Only one who owns the system makes others its owners, or takes that from them.
  const ownership = (before !== undefined && ownsSystem(before)) !== ownsSystem(after);
  const givesOwnership = may(by, 'give-ownership', theArchive);
  if (ownership && !givesOwnership.ok) return givesOwnership;
  if ([after.name, after.initials, after.adminUnit].includes('')) return refuse('name-missing');
  if (after.roles.length === 0) return refuse('role-missing');
  const ownerless =
    before !== undefined && !users.some((user) => ownsSystem(user.id === after.id ? after : user));
  return ownerless ? refuse('last-system-owner') : ok(undefined);
}

/**
 * May this person become another user? In training anybody may. In production one says once who one is; from then on
 * the account at the machine tells.
 */
export const decideSwitchingUser = (
  training: boolean,
  current: User | undefined,
): Result<undefined, 'not-allowed'> => (training || !current ? ok(undefined) : refuse('not-allowed'));

/** May this person change the signing service's settings? A training archive has the portal and nothing to set. */
export const decideServiceChange = (
  training: boolean,
  actor: Actor,
): Result<undefined, ArchiveRefusal | 'service-is-training'> => {
  const allowed = may(actor, 'change-service', theArchive);
  if (!allowed.ok) return allowed;
  return training ? refuse('service-is-training') : ok(undefined);
};
