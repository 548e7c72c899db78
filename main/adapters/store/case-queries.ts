import { type Expression, type ExpressionBuilder, type SqlBool, sql } from 'kysely';
import type { CaseId } from '../../../domain/basics.ts';
import { caseStatuses } from '../../../domain/code-lists.ts';
import type { User } from '../../../domain/roles.ts';
import type { CaseQuery, CaseReader, CaseRow } from '../../ports/archive/cases.ts';
import { caseBalance } from './case-balance.ts';
import { toCaseFile, toCaseRow } from './case-rows.ts';
import { toText } from './code-texts.ts';
import type { Archive } from './connection.ts';
import { oneOf } from './one-of.ts';
import { searchPatterns } from './search-words.ts';
import type { ArchiveTables } from './tables.ts';

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
    searchCases: (query) => searchCases(db, query),
    recentCases: (user, limit) => recentCases(db, user, limit),
    caseBalance: (caseId) => caseBalance(db, caseId),
  }) satisfies CaseReader;

async function searchCases(db: Archive, query: CaseQuery) {
  const matching = db.selectFrom('case_file').where((eb) => eb.and(conditions(eb, query)));
  const { total } = await matching
    .select((eb) => eb.fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow();
  let page = matching.select('case_file.id').offset(query.offset).limit(query.limit);
  if (query.orderBy === 'title') page = page.orderBy('title_key');
  if (query.orderBy === 'changed') page = page.orderBy('changed_at', 'desc');
  const direction = query.orderBy === 'title' ? 'asc' : 'desc';
  const ids = await page.orderBy('year', direction).orderBy('sequence', direction).execute();
  return {
    rows: await caseRows(
      db,
      ids.map((row) => row.id),
    ),
    total,
  };
}

function conditions(
  eb: ExpressionBuilder<ArchiveTables, 'case_file'>,
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
          inner.selectFrom('search_index').select('search_index.rowid').where('words', 'like', pattern),
        ),
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
async function recentCases(db: Archive, user: User, limit: number): Promise<readonly CaseRow[]> {
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
async function caseRows(db: Archive, ids: readonly CaseId[]): Promise<readonly CaseRow[]> {
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
