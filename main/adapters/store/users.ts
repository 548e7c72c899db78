import type { Role, User } from '../../../domain/roles.ts';
import type { UserReader, UserWriter } from '../../ports/archive/users.ts';
import type { Archive } from './connection.ts';

export const userQueries = (db: Archive) =>
  ({
    users: () => readUsers(db),
    findUser: async (id) => (await readUsers(db)).find((user) => user.id === id),
  }) satisfies UserReader;

const norwegian = new Intl.Collator('nb');
const byName = (a: { readonly name: string }, b: { readonly name: string }) =>
  norwegian.compare(a.name, b.name);

async function readUsers(db: Archive) {
  const users = await db.selectFrom('archive_user').selectAll().execute();
  const roles = await db.selectFrom('user_role').selectAll().orderBy('position').execute();
  return users.sort(byName).map((user) => ({
    id: user.id,
    name: user.name,
    initials: user.initials,
    adminUnit: user.admin_unit,
    roles: [...new Set(roles.filter((row) => row.user_id === user.id).map((row) => row.role))],
  }));
}

/** Roles that look after the whole archive are held at the top of the tree, the others in the user's own unit. */
async function addRoles(db: Archive, user: User, kept: readonly Role[]): Promise<void> {
  const top = await db
    .selectFrom('admin_unit')
    .selectAll()
    .where('parent_id', 'is', null)
    .executeTakeFirstOrThrow();
  for (const [position, role] of user.roles.entries()) {
    if (kept.includes(role)) continue;
    const unit = role === 'caseworker' || role === 'leader' ? user.adminUnit : top.id;
    await db
      .insertInto('user_role')
      .values({ user_id: user.id, position, role, unit_id: unit, from_day: top.opened_on, to_day: null })
      .execute();
  }
}

export const userChanges = (db: Archive) =>
  ({
    addUser: async (user) => {
      await db
        .insertInto('archive_user')
        .values({ id: user.id, name: user.name, initials: user.initials, admin_unit: user.adminUnit })
        .execute();
      await addRoles(db, user, []);
    },
    changeUser: async (user) => {
      const changed = await db
        .updateTable('archive_user')
        .set({ name: user.name, initials: user.initials, admin_unit: user.adminUnit })
        .where('id', '=', user.id)
        .executeTakeFirst();
      if (changed.numUpdatedRows !== 1n) throw new Error(`no such user: ${user.id}`);
      const held = await db.selectFrom('user_role').select('role').where('user_id', '=', user.id).execute();
      const lost = held.map(({ role }) => role).filter((role) => !user.roles.includes(role));
      if (lost.length > 0)
        await db.deleteFrom('user_role').where('user_id', '=', user.id).where('role', 'in', lost).execute();
      await addRoles(
        db,
        user,
        held.map(({ role }) => role),
      );
    },
  }) satisfies UserWriter;
