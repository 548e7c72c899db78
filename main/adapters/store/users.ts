import type { User } from '../../../domain/roles.ts';
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
    // A CHECK holds the column to the words of the type.
    roles: roles.filter((row) => row.user_id === user.id).map((row) => row.role),
  }));
}

async function addRoles(db: Archive, user: User): Promise<void> {
  for (const [position, role] of user.roles.entries())
    await db.insertInto('user_role').values({ user_id: user.id, position, role }).execute();
}

export const userChanges = (db: Archive) =>
  ({
    addUser: async (user) => {
      await db
        .insertInto('archive_user')
        .values({ id: user.id, name: user.name, initials: user.initials, admin_unit: user.adminUnit })
        .execute();
      await addRoles(db, user);
    },
    changeUser: async (user) => {
      const changed = await db
        .updateTable('archive_user')
        .set({ name: user.name, initials: user.initials, admin_unit: user.adminUnit })
        .where('id', '=', user.id)
        .executeTakeFirst();
      if (changed.numUpdatedRows !== 1n) throw new Error(`no such user: ${user.id}`);
      await db.deleteFrom('user_role').where('user_id', '=', user.id).execute();
      await addRoles(db, user);
    },
  }) satisfies UserWriter;
