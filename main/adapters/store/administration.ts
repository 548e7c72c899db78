import { routinePolicy, type SigningPolicy } from '../../../domain/limits.ts';
import type { Role, User } from '../../../domain/roles.ts';
import type { ArchiveReader, ArchiveWriter } from '../../ports/archive-store.ts';
import { orNull, present, toFlag } from './absent-values.ts';
import type { Archive } from './connection.ts';
import { disposalColumns, toDisposal } from './disposal-rows.ts';
import { storedId } from './stored-id.ts';

/** What stands behind the cases: the archive's identity, its policy, its people and its classes. */
export const administrationQueries = (db: Archive) =>
  ({
    identity: async () => {
      const row = await db
        .selectFrom('archive')
        .selectAll()
        .executeTakeFirstOrThrow(() => new Error('the archive was never founded'));
      return {
        id: row.id,
        kind: row.kind,
        title: row.title,
        recordCreator: { name: row.record_creator_name, organisationNumber: row.record_creator_number },
      };
    },
    policy: () => readPolicy(db),
    users: () => readUsers(db),
    findUser: async (id) => (await readUsers(db)).find((user) => user.id === id),
    classes: async () => {
      const rows = await db
        .selectFrom('archive_class')
        .leftJoin('class_disposal', 'class_disposal.class_id', 'archive_class.id')
        .select(['id', 'code', 'title', 'parent_id', 'decision', 'legal_basis', 'retention_years'])
        .orderBy('code')
        .execute();
      const parents = new Set(rows.map((row) => row.parent_id));
      return rows.map((row) => ({
        id: storedId<'class'>(row.id),
        code: row.code,
        title: row.title,
        ...present('parentId', row.parent_id === null ? undefined : storedId<'class'>(row.parent_id)),
        hasChildren: parents.has(row.id),
        ...toDisposal(row),
      }));
    },
  }) satisfies Partial<ArchiveReader>;

export async function readPolicy(db: Archive): Promise<SigningPolicy> {
  const row = await db.selectFrom('policy').selectAll().executeTakeFirst();
  if (!row) return routinePolicy;
  return {
    maxTitle: row.max_title,
    maxMessage: row.max_message,
    maxBytes: row.max_bytes,
    maxRecipients: row.max_recipients,
    defaultDeadlineDays: row.default_deadline_days,
    minDeadlineDays: row.min_deadline_days,
    maxDeadlineDays: row.max_deadline_days,
    approvalRequired: row.approval_required === 1,
    answersArriveAs: row.answers_arrive_as,
    deleteAtService: row.delete_at_service === 1,
  };
}

const norwegian = new Intl.Collator('nb');
const byName = (a: { readonly name: string }, b: { readonly name: string }) =>
  norwegian.compare(a.name, b.name);

async function readUsers(db: Archive) {
  const users = await db.selectFrom('archive_user').selectAll().execute();
  const roles = await db.selectFrom('user_role').selectAll().orderBy('position').execute();
  return users.sort(byName).map((user) => ({
    id: storedId<'user'>(user.id),
    name: user.name,
    initials: user.initials,
    adminUnit: user.admin_unit,
    // A CHECK holds the column to the words of the type.
    roles: roles.filter((row) => row.user_id === user.id).map((row) => row.role as Role),
  }));
}

async function addRoles(db: Archive, user: User): Promise<void> {
  for (const [position, role] of user.roles.entries())
    await db.insertInto('user_role').values({ user_id: user.id, position, role }).execute();
}

export const administrationChanges = (db: Archive) =>
  ({
    setPolicy: async (policy) => {
      const columns = {
        max_title: policy.maxTitle,
        max_message: policy.maxMessage,
        max_bytes: policy.maxBytes,
        max_recipients: policy.maxRecipients,
        default_deadline_days: policy.defaultDeadlineDays,
        min_deadline_days: policy.minDeadlineDays,
        max_deadline_days: policy.maxDeadlineDays,
        approval_required: toFlag(policy.approvalRequired),
        answers_arrive_as: policy.answersArriveAs,
        delete_at_service: toFlag(policy.deleteAtService),
      };
      await db
        .insertInto('policy')
        .values({ only_one: 1, ...columns })
        .onConflict((conflict) => conflict.column('only_one').doUpdateSet(columns))
        .execute();
    },
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
    addClass: async (item) => {
      const system = await db
        .selectFrom('classification_system')
        .select('id')
        .executeTakeFirstOrThrow(() => new Error('the archive was never founded'));
      await db
        .insertInto('archive_class')
        .values({
          id: item.id,
          classification_system_id: system.id,
          parent_id: orNull(item.parentId),
          code: item.code,
          title: item.title,
        })
        .execute();
      if (item.disposal)
        await db
          .insertInto('class_disposal')
          .values({ class_id: item.id, ...disposalColumns(item.disposal) })
          .execute();
    },
  }) satisfies Partial<ArchiveWriter>;
