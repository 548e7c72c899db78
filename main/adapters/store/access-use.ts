import { type RawBuilder, sql } from 'kysely';
import { caseStatuses, entryStatuses } from '../../../domain/code-lists.ts';
import type { AccessUseReader, AccessUseWriter, Bearer, Borne } from '../../ports/archive/access-use.ts';
import { toLogRow } from './change-log.ts';
import { toText } from './code-texts.ts';
import type { Archive } from './connection.ts';

const columns = {
  adminUnit: sql.ref('admin_unit'),
  accessCode: sql.ref('screening_code'),
  legalBasis: sql.ref('screening_legal_basis'),
} as const;
const openCase = sql`status NOT IN (${sql.join([toText(caseStatuses, 'A'), toText(caseStatuses, 'U')])})`;
const openEntry = sql`status NOT IN (${sql.join(
  (['J', 'A', 'U'] as const).map((status) => toText(entryStatuses, status)),
)})`;
const any = sql`1`;

export const accessUseQueries = (db: Archive) =>
  ({
    bearersOf: async (borne, page) => {
      const all = bearers(borne);
      const counted = await sql<{ total: number }>`SELECT count(*) AS total FROM (${all})`.execute(db);
      const { rows } = await sql<BearerRow>`
        SELECT found.*, archive_user.name AS owner_name FROM (${all}) AS found
        JOIN archive_user ON archive_user.id = found.owner
        ORDER BY date DESC, case_id, number LIMIT ${page.limit} OFFSET ${page.offset}`.execute(db);
      return { rows: rows.map(toBearer), total: counted.rows[0]?.total ?? 0 };
    },
    countBearers: async (by) => {
      const column = columns[by];
      const isUnit = by === 'adminUnit';
      const { rows } = await sql<{ key: string; cases: number; entries: number }>`
        SELECT key, sum(cases) AS cases, sum(entries) AS entries FROM (
          SELECT ${column} AS key, count(*) AS cases, 0 AS entries FROM case_file
          WHERE ${isUnit ? openCase : any} GROUP BY ${column}
          UNION ALL
          SELECT ${column}, 0, count(*) FROM journal_entry WHERE ${isUnit ? openEntry : any} GROUP BY ${column})
        WHERE key IS NOT NULL GROUP BY key`.execute(db);
      return new Map(rows.map(({ key, cases, entries }) => [key, { cases, entries }]));
    },
    accessLog: async (subjectId, page) => {
      const rows = await db
        .selectFrom('change_log')
        .selectAll()
        .$if(subjectId !== undefined, (query) => query.where('subject_id', '=', subjectId ?? ''))
        .where((eb) =>
          eb.or([
            eb('subject', '=', 'user'),
            eb.and([eb('subject', '=', 'policy'), eb('code', 'like', 'access-%')]),
          ]),
        )
        .orderBy('seq', 'desc')
        .offset(page.offset)
        .limit(page.limit)
        .execute();
      return rows.map(toLogRow);
    },
  }) satisfies AccessUseReader;

export const accessUseChanges = (db: Archive) =>
  ({
    deleteLegalBasis: async (id) => {
      await db.deleteFrom('access_code_basis').where('legal_basis', '=', id).execute();
      await db.deleteFrom('legal_basis').where('id', '=', id).execute();
    },
  }) satisfies AccessUseWriter;

type BearerRow = {
  readonly case_id: Bearer['caseId'];
  readonly entry_id: Bearer['entryId'] | null;
  readonly number: string;
  readonly date: Bearer['date'];
  readonly admin_unit: Bearer['adminUnit'];
  readonly owner_name: string;
};

const toBearer = (row: BearerRow): Bearer => ({
  kind: row.entry_id ? 'entry' : 'case',
  caseId: row.case_id,
  ...(row.entry_id && { entryId: row.entry_id }),
  number: row.number,
  date: row.date,
  adminUnit: row.admin_unit,
  ownerName: row.owner_name,
});

function bearers(borne: Borne): RawBuilder<unknown> {
  const where =
    'adminUnit' in borne
      ? sql`${columns.adminUnit} = ${borne.adminUnit}`
      : 'accessCode' in borne
        ? sql`${columns.accessCode} = ${borne.accessCode}`
        : sql`${columns.legalBasis} = ${borne.legalBasis}`;
  return sql`
    SELECT id AS case_id, NULL AS entry_id, case_number AS number, case_date AS date, admin_unit, case_owner AS owner
    FROM case_file WHERE ${where}
    UNION ALL
    SELECT case_id, id, record_number, journal_date, admin_unit, caseworker FROM journal_entry WHERE ${where}`;
}
