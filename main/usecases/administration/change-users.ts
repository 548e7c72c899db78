import type { Actor } from '../../../domain/access/actor.ts';
import { losesOwner } from '../../../domain/access/decide-rights.ts';
import { decideUserChange, type UserChangeRefusal } from '../../../domain/acts/user-change.ts';
import { ok, type Result, refuse, type UserId } from '../../../domain/basics.ts';
import { dateOf } from '../../../domain/calendar.ts';
import type { Role, User } from '../../../domain/roles.ts';
import { tidyTitle } from '../../../domain/title.ts';
import type { AccessReader } from '../../ports/archive/access.ts';
import type { LogWriter } from '../../ports/archive/change-log.ts';
import type { UserReader, UserWriter } from '../../ports/archive/users.ts';
import type { ArchivePart } from '../../ports/archive-store.ts';
import { logDifferences } from '../audit-log.ts';
import type { Needs } from '../needs.ts';

type Touching = { readonly archive: ArchivePart<AccessReader & UserReader, LogWriter & UserWriter> };

export type UserInput = Pick<User, 'name' | 'initials' | 'adminUnit' | 'roles'>;
type UserRefusal = UserChangeRefusal | 'not-found';
type Changing = Pick<Needs, 'clock' | 'ids'> & Touching;

export const addUser =
  ({ archive, clock, ids }: Changing) =>
  async (by: Actor, input: UserInput): Promise<Result<UserId, UserRefusal>> => {
    const user = { id: ids.newId<'user'>(), ...tidy(input) };
    const outcome = await archive.change(async (tx): Promise<Result<undefined, UserRefusal>> => {
      const decision = decideUserChange(by, user, await tx.users());
      if (!decision.ok) return decision;
      if (!(await tx.units()).some((unit) => unit.id === user.adminUnit)) return refuse('not-found');
      await tx.addUser(user);
      await logDifferences(tx, 'user', user.id, fields(undefined, user), {
        at: clock.now(),
        by: by.name,
      });
      return ok(undefined);
    });
    return outcome.ok ? ok(user.id) : outcome;
  };

/** What is already written keeps the name that the user had then. */
export const changeUser =
  ({ archive, clock }: Changing) =>
  async (by: Actor, id: UserId, input: UserInput): Promise<Result<undefined, UserRefusal>> =>
    archive.change(async (tx) => {
      const users = await tx.users();
      const before = users.find((candidate) => candidate.id === id);
      if (!before) return refuse('not-found');
      const after = { id, ...tidy(input) };
      const decision = decideUserChange(by, after, users);
      if (!decision.ok) return decision;
      if (!(await tx.units()).some((unit) => unit.id === after.adminUnit)) return refuse('not-found');
      const rights = await tx.rights();
      const kept = rights.map((one) =>
        one.userId === id
          ? { ...one, roles: one.roles.filter(({ role }) => after.roles.includes(role)) }
          : one,
      );
      if (losesOwner(rights, kept, await tx.units(), dateOf(clock.now()))) return refuse('last-system-owner');
      await tx.changeUser(after);
      await logDifferences(tx, 'user', id, fields(before, after), { at: clock.now(), by: by.name });
      return ok(undefined);
    });

const tidy = ({ name, initials, adminUnit, roles }: UserInput): UserInput => ({
  name: tidyTitle(name),
  initials: tidyTitle(initials),
  adminUnit,
  roles: [...new Set<Role>(roles)],
});

const fields = (before: User | undefined, after: User) => ({
  navn: [before?.name, after.name] as const,
  initialer: [before?.initials, after.initials] as const,
  administrativEnhet: [before?.adminUnit, after.adminUnit] as const,
  roller: [before?.roles.join(', '), after.roles.join(', ')] as const,
});
