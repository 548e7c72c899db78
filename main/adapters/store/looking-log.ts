import type { LookingLogReader, LookingLogWriter, LookQuery } from '../../ports/archive/looking-log.ts';
import { orNull } from './absent-values.ts';
import type { Archive } from './connection.ts';
import { oneOf } from './one-of.ts';

export const lookingLogQueries = (db: Archive) =>
  ({
    lastLookAt: async (userId, kind, subjectId) => {
      const row = await db
        .selectFrom('looking_log')
        .select('looked_at')
        .where('user_id', '=', userId)
        .where('kind', '=', kind)
        .where('subject_id', '=', subjectId)
        .orderBy('seq', 'desc')
        .limit(1)
        .executeTakeFirst();
      return row?.looked_at;
    },
    looks: async (query) => {
      const matching = matchingLooks(db, query);
      const { total } = await matching
        .select((eb) => eb.fn.countAll<number>().as('total'))
        .executeTakeFirstOrThrow();
      const rows = await matching
        .selectAll()
        .orderBy('seq', 'desc')
        .offset(query.offset)
        .limit(query.limit)
        .execute();
      return {
        total,
        rows: rows.map((row) => ({
          at: row.looked_at,
          userId: row.user_id,
          userName: row.user_name,
          kind: row.kind,
          subjectId: row.subject_id,
          caseId: row.case_id,
          entryId: row.entry_id ?? undefined,
          reason: row.reason ?? undefined,
        })),
      };
    },
  }) satisfies LookingLogReader;

const matchingLooks = (db: Archive, { caseId, userId, kind, from, before, units }: LookQuery) =>
  db
    .selectFrom('looking_log')
    .$if(caseId !== undefined, (query) => query.where('case_id', '=', caseId ?? null))
    .$if(userId !== undefined, (query) => query.where('user_id', '=', userId ?? null))
    .$if(kind !== undefined, (query) => query.where('kind', '=', kind ?? null))
    .$if(from !== undefined, (query) => query.where('looked_at', '>=', from ?? null))
    .$if(before !== undefined, (query) => query.where('looked_at', '<', before ?? null))
    .$if(units !== undefined, (query) =>
      query.where('case_id', 'in', (eb) =>
        eb
          .selectFrom('case_file')
          .select('id')
          .where('admin_unit', 'in', oneOf(units ?? [])),
      ),
    );

export const lookingLogChanges = (db: Archive) =>
  ({
    addLook: async (look) => {
      await db
        .insertInto('looking_log')
        .values({
          looked_at: look.at,
          user_id: look.userId,
          user_name: look.userName,
          kind: look.kind,
          subject_id: look.subjectId,
          case_id: look.caseId,
          entry_id: orNull(look.entryId),
          reason: orNull(look.reason),
        })
        .execute();
    },
    forgetLooks: async (before) => {
      await db.deleteFrom('looking_log').where('looked_at', '<', before).execute();
    },
  }) satisfies LookingLogWriter;
