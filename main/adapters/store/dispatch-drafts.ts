import type { DispatchDraftReader, DispatchDraftWriter } from '../../ports/archive/dispatch-drafts.ts';
import type { Archive } from './connection.ts';

export const dispatchDraftQueries = (db: Archive) =>
  ({
    findDraftOrder: async (entryId) => {
      const row = await db
        .selectFrom('dispatch_draft')
        .select('sealed')
        .where('entry_id', '=', entryId)
        .executeTakeFirst();
      return row?.sealed;
    },
  }) satisfies DispatchDraftReader;

export const dispatchDraftChanges = (db: Archive) =>
  ({
    setDraftOrder: async (entryId, sealed, at) => {
      if (!sealed) {
        await db.deleteFrom('dispatch_draft').where('entry_id', '=', entryId).execute();
        return;
      }
      await db
        .insertInto('dispatch_draft')
        .values({ entry_id: entryId, sealed, saved_at: at })
        .onConflict((conflict) => conflict.column('entry_id').doUpdateSet({ sealed, saved_at: at }))
        .execute();
    },
  }) satisfies DispatchDraftWriter;
