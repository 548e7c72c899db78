import type { AccessWriter } from '../../ports/archive/access.ts';
import { orNull, toFlag } from './absent-values.ts';
import type { Archive } from './connection.ts';
import { writeDefaultScreenings } from './default-screenings.ts';

export const accessChanges = (db: Archive) =>
  ({
    putUnit: async (unit) => {
      const columns = {
        name: unit.name,
        parent_id: orNull(unit.parentId),
        opened_on: unit.openedOn,
        closed_on: orNull(unit.closedOn),
      };
      await db
        .insertInto('admin_unit')
        .values({ id: unit.id, ...columns })
        .onConflict((conflict) => conflict.column('id').doUpdateSet(columns))
        .execute();
    },
    putAccessCode: async (code) => {
      const columns = { name: code.name, withdrawn_on: orNull(code.withdrawnOn) };
      await db
        .insertInto('access_code')
        .values({ id: code.id, ...columns })
        .onConflict((conflict) => conflict.column('id').doUpdateSet(columns))
        .execute();
      await db.deleteFrom('access_code_basis').where('access_code', '=', code.id).execute();
      for (const basis of code.bases)
        await db
          .insertInto('access_code_basis')
          .values({ access_code: code.id, legal_basis: basis })
          .execute();
    },
    putLegalBasis: async (basis) => {
      const columns = { text: basis.text, repealed_on: orNull(basis.repealedOn) };
      await db
        .insertInto('legal_basis')
        .values({ id: basis.id, ...columns })
        .onConflict((conflict) => conflict.column('id').doUpdateSet(columns))
        .execute();
    },
    putAccessGroup: async (group) => {
      await db
        .insertInto('access_group')
        .values({ id: group.id, name: group.name })
        .onConflict((conflict) => conflict.column('id').doUpdateSet({ name: group.name }))
        .execute();
      await db.deleteFrom('access_group_member').where('group_id', '=', group.id).execute();
      for (const member of group.members)
        await db.insertInto('access_group_member').values({ group_id: group.id, user_id: member }).execute();
    },
    setRights: async ({ userId, roles, clearances }) => {
      await db.deleteFrom('user_role').where('user_id', '=', userId).execute();
      await db.deleteFrom('code_clearance').where('user_id', '=', userId).execute();
      for (const [position, { role, unit, from, to }] of roles.entries())
        await db
          .insertInto('user_role')
          .values({ user_id: userId, position, role, unit_id: unit, from_day: from, to_day: orNull(to) })
          .execute();
      for (const { accessCode, unit, from, to } of clearances)
        await db
          .insertInto('code_clearance')
          .values({
            user_id: userId,
            access_code: accessCode,
            unit_id: unit,
            from_day: from,
            to_day: orNull(to),
          })
          .execute();
    },
    putDeputyship: async (one) => {
      const columns = {
        deputy: one.deputy,
        deputy_of: one.deputyOf,
        from_day: one.from,
        to_day: one.to,
        with_clearances: toFlag(one.withClearances),
      };
      await db
        .insertInto('deputyship')
        .values({ id: one.id, ...columns })
        .onConflict((conflict) => conflict.column('id').doUpdateSet(columns))
        .execute();
    },
    deleteDeputyship: async (id) => {
      await db.deleteFrom('deputyship').where('id', '=', id).execute();
    },
    setDefaultScreenings: (all) => writeDefaultScreenings(db, all),
    endAccessReview: async (at, by) => {
      await db.updateTable('access_review').set({ reviewed_at: at, reviewed_by: by }).execute();
    },
  }) satisfies AccessWriter;
