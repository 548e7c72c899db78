import { ok, type Result, refuse, type UserId } from '../../../domain/basics.ts';
import { may, type Role, type User } from '../../../domain/roles.ts';
import { tidyTitle } from '../../../domain/title.ts';
import { logDifferences } from '../audit-log.ts';
import type { Needs } from '../needs.ts';

export type UserInput = Pick<User, 'name' | 'initials' | 'adminUnit' | 'roles'>;
type UserRefusal = 'not-allowed' | 'name-missing' | 'role-missing' | 'not-found' | 'last-system-owner';
type Changing = Pick<Needs, 'archive' | 'clock' | 'ids'>;

export const addUser =
  ({ archive, clock, ids }: Changing) =>
  async (by: User, input: UserInput): Promise<Result<UserId, UserRefusal>> => {
    const user = { id: ids.newId<'user'>(), ...tidy(input) };
    const decision = decideUser(by, undefined, user);
    if (!decision.ok) return decision;
    await archive.change(async (tx) => {
      await tx.addUser(user);
      await logDifferences(tx, 'user', user.id, fields(undefined, user), {
        at: clock.now(),
        by: by.name,
      });
    });
    return ok(user.id);
  };

/** What is already written keeps the name that the user had then. */
export const changeUser =
  ({ archive, clock }: Changing) =>
  async (by: User, id: UserId, input: UserInput): Promise<Result<undefined, UserRefusal>> =>
    archive.change(async (tx) => {
      const users = await tx.users();
      const before = users.find((candidate) => candidate.id === id);
      if (!before) return refuse('not-found');
      const after = { id, ...tidy(input) };
      const decision = decideUser(by, before, after);
      if (!decision.ok) return decision;
      const owners = users.map((user) => (user.id === id ? after : user)).filter(ownsSystem);
      if (owners.length === 0) return refuse('last-system-owner');
      await tx.changeUser(after);
      await logDifferences(tx, 'user', id, fields(before, after), { at: clock.now(), by: by.name });
      return ok(undefined);
    });

const ownsSystem = (user: Pick<User, 'roles'>) => user.roles.includes('systemOwner');

function decideUser(by: User, before: User | undefined, after: User): Result<undefined, UserRefusal> {
  if (!may(by, 'manage-users')) return refuse('not-allowed');
  // Only one who owns the system makes others its owners, or takes that from them.
  const ownership = (before !== undefined && ownsSystem(before)) !== ownsSystem(after);
  if (ownership && !ownsSystem(by)) return refuse('not-allowed');
  if ([after.name, after.initials, after.adminUnit].includes('')) return refuse('name-missing');
  return after.roles.length === 0 ? refuse('role-missing') : ok(undefined);
}

const tidy = ({ name, initials, adminUnit, roles }: UserInput): UserInput => ({
  name: tidyTitle(name),
  initials: tidyTitle(initials),
  adminUnit: tidyTitle(adminUnit),
  roles: [...new Set<Role>(roles)],
});

const fields = (before: User | undefined, after: User) => ({
  navn: [before?.name, after.name] as const,
  initialer: [before?.initials, after.initials] as const,
  administrativEnhet: [before?.adminUnit, after.adminUnit] as const,
  roller: [before?.roles.join(', '), after.roles.join(', ')] as const,
});
