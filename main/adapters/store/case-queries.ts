import { type Expression, type ExpressionBuilder, expressionBuilder, type SqlBool, sql } from 'kysely';
import type { Actor } from '../../../domain/access/actor.ts';
import type { CaseId } from '../../../domain/basics.ts';
import { caseStatuses } from '../../../domain/code-lists.ts';
import type { CaseQuery, CaseReader, CaseRow } from '../../ports/archive/cases.ts';
import { boundPattern, boundRowCount } from './bound-values.ts';
import { caseBalance } from './case-balance.ts';
import { toCaseFile, toCaseRow } from './case-rows.ts';
import { toText } from './code-texts.ts';
import type { Archive } from './connection.ts';
import { oneOf } from './one-of.ts';
import { searchPatterns } from './search-words.ts';
import { findableBy, seesCase } from './sight-condition.ts';
import type { ArchiveTables } from './tables.ts';
import { totalBeside } from './total-beside.ts';

export const caseQueries = (db: Archive) =>
  ({
    findCase: async (id) => {
      const row = await db.selectFrom('case_file').selectAll().where('id', '=', id).executeTakeFirst();
      return row && toCaseFile(row);
    },
    findCaseByNumber: async (caseNumber) => {
      const row = await db
        .selectFrom('case_file')
        .selectAll()
        .where('case_number', '=', caseNumber)
        .executeTakeFirst();
      return row && toCaseFile(row);
    },
    searchCases: (actor, query) => searchCases(db, actor, query),
    recentCases: (user, limit) => recentCases(db, user, limit),
    caseBalance: (caseId) => caseBalance(db, caseId),
  }) satisfies CaseReader;

async function searchCases(db: Archive, actor: Actor, query: CaseQuery) {
  const matching = db.selectFrom('case_file').where((eb) => eb.and(conditions(eb, actor, query)));
  const ids =
    query.orderBy === 'title'
      ? await byTitle(db, actor, query)
      : await matching
          .select('case_file.id')
          .$if(query.orderBy === 'changed', (page) => page.orderBy('changed_at', 'desc'))
          .orderBy('year', 'desc')
          .orderBy('sequence', 'desc')
          .limit(boundRowCount(query.limit))
          .offset(boundRowCount(query.offset))
          .execute();
  const total = await totalBeside(ids, query, async () => {
    const counted = await matching
      .select((eb) => eb.fn.countAll<number>().as('total'))
      .executeTakeFirstOrThrow();
    return counted.total;
  });
  return {
    rows: await caseRows(
      db,
      ids.map((row) => row.id),
    ),
    total,
  };
}

/** In the order of what this person sees as the titles: a hidden one stands where its form for the public does. */
async function byTitle(
  db: Archive,
  actor: Actor,
  query: CaseQuery,
): Promise<readonly { readonly id: CaseId }[]> {
  const sees = seesCase(actor);
  const eb = expressionBuilder<ArchiveTables, 'case_file'>();
  const matches = eb.and(conditions(eb, actor, query));
  // What words have found is sorted; all cases are read from the three indexes as they are in order, only as far as needed.
  const shown =
    query.text.trim() === ''
      ? sql`SELECT id, year, sequence, title_key AS shown_key FROM case_file
          WHERE open_title_key IS NULL AND ${matches}
        UNION ALL SELECT id, year, sequence, title_key FROM case_file
          WHERE open_title_key IS NOT NULL AND ${matches} AND ${sees}
        UNION ALL SELECT id, year, sequence, open_title_key FROM case_file
          WHERE open_title_key IS NOT NULL AND ${matches} AND NOT ${sees}`
      : sql`SELECT id, year, sequence,
          CASE WHEN open_title_key IS NULL OR ${sees} THEN title_key ELSE open_title_key END AS shown_key
        FROM case_file WHERE ${matches}`;
  const { rows } = await sql<{ id: CaseId }>`${shown} ORDER BY shown_key, year, sequence
    LIMIT ${boundRowCount(query.limit)} OFFSET ${boundRowCount(query.offset)}`.execute(db);
  return rows;
}

function conditions(
  eb: ExpressionBuilder<ArchiveTables, 'case_file'>,
  actor: Actor,
  query: CaseQuery,
): readonly Expression<SqlBool>[] {
  const words = searchPatterns(query.text).map((pattern) =>
    eb(
      'case_file.id',
      'in',
      eb
        .selectFrom('search_text')
        .select('search_text.case_id')
        .where('search_text.seq', 'in', (inner) =>
          inner
            .selectFrom('search_index')
            .select('search_index.rowid')
            .where('words', 'like', boundPattern(pattern)),
        )
        .where(findableBy(actor, pattern)),
    ),
  );
  const texts = query.statuses.map((status) => toText(caseStatuses, status));
  return [
    ...words,
    ...(texts.length > 0 ? [eb('case_file.status', 'in', texts)] : []),
    ...(query.caseOwner ? [eb('case_file.case_owner', '=', query.caseOwner)] : []),
  ];
}

/** Cases the person last worked in: by what the log says they did, and by what happened in cases they own. */
async function recentCases(
  db: Archive,
  user: Pick<Actor, 'id' | 'name'>,
  limit: number,
): Promise<readonly CaseRow[]> {
  const { rows } = await sql<{ case_id: CaseId }>`
    SELECT case_id FROM (
      SELECT case_id, max(changed_at) AS at FROM change_log
      WHERE changed_by = ${user.name} AND case_id IS NOT NULL GROUP BY case_id
      UNION ALL
      SELECT id, changed_at FROM case_file WHERE case_owner = ${user.id})
    GROUP BY case_id ORDER BY max(at) DESC, case_id LIMIT ${limit}`.execute(db);
  return caseRows(
    db,
    rows.map((row) => row.case_id),
  );
}

/** Rows of these cases, in the order given. */
export async function caseRows(db: Archive, ids: readonly CaseId[]): Promise<readonly CaseRow[]> {
  const rows = await db
    .selectFrom('case_file')
    .innerJoin('archive_user', 'archive_user.id', 'case_file.case_owner')
    .innerJoin('archive_class', 'archive_class.id', 'case_file.class_id')
    .selectAll('case_file')
    .select((eb) => [
      'archive_user.name as owner_name',
      'archive_class.code as class_code',
      eb
        .selectFrom('journal_entry')
        .whereRef('journal_entry.case_id', '=', 'case_file.id')
        .where('journal_entry.binned_at', 'is', null)
        .select((inner) => inner.fn.countAll<number>().as('count'))
        .$castTo<{ count: number }>()
        .as('entry_count'),
    ])
    .where('case_file.id', 'in', oneOf(ids))
    .execute();
  const byId = new Map(rows.map((row) => [row.id, row]));
  return ids.flatMap((id) => {
    const row = byId.get(id);
    // A count is never null, which the subquery's type cannot say.
    return row ? [toCaseRow({ ...row, entry_count: row.entry_count ?? 0 })] : [];
  });
}

/** The case as it stands; throws when there is none. */
export async function loadCase(db: Archive, id: CaseId) {
  return toCaseFile(
    await db.selectFrom('case_file').selectAll().where('id', '=', id).executeTakeFirstOrThrow(),
  );
}
