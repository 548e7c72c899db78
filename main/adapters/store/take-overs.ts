import type { UnitId } from '../../../domain/basics.ts';
import type { TakeOverReader, TakeOverWriter } from '../../ports/archive/take-overs.ts';
import { orNull } from './absent-values.ts';
import type { Archive } from './connection.ts';

export const takeOverQueries = (db: Archive) =>
  ({
    takeOvers: async () => {
      const rows = await db
        .selectFrom('take_over')
        .selectAll()
        .orderBy('on_day', 'desc')
        .orderBy('ordered_at', 'desc')
        .execute();
      return rows.map((row) => ({
        id: row.id,
        from: row.from_user,
        to: row.to_user,
        on: row.on_day,
        // `addTakeOver` wrote it.
        units: JSON.parse(row.units) as UnitId[],
        orderedAt: row.ordered_at,
        orderedBy: row.ordered_by,
        state: row.state,
        ...(row.ended_at !== null && { endedAt: row.ended_at }),
      }));
    },
  }) satisfies TakeOverReader;

export const takeOverChanges = (db: Archive) =>
  ({
    addTakeOver: async (one) => {
      await db
        .insertInto('take_over')
        .values({
          id: one.id,
          from_user: one.from,
          to_user: one.to,
          on_day: one.on,
          units: JSON.stringify(one.units),
          ordered_at: one.orderedAt,
          ordered_by: one.orderedBy,
          state: one.state,
          ended_at: orNull(one.endedAt),
        })
        .execute();
    },
    endTakeOver: async (id, state, at) => {
      await db.updateTable('take_over').set({ state, ended_at: at }).where('id', '=', id).execute();
    },
  }) satisfies TakeOverWriter;
