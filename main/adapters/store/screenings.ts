import { type RawBuilder, sql } from 'kysely';
import { provisionalCode, provisionalUntil } from '../../../domain/access/screening-review.ts';
import type { CaseId, EntryId, Instant } from '../../../domain/basics.ts';
import { dateOf } from '../../../domain/calendar.ts';
import { type ScreeningFlaw, screeningFlaws } from '../../../domain/screening.ts';
import type { FlawedScreening, ReviewScope, ScreeningReader } from '../../ports/archive/screenings.ts';
import type { Archive } from './connection.ts';
import { oneOf } from './one-of.ts';

export const screeningQueries = (db: Archive) =>
  ({
    countFlawed: async (scope) => {
      const counts = new Map<ScreeningFlaw, number>();
      for (const flaw of screeningFlaws) counts.set(flaw, await countOf(db, flaw, scope));
      return counts;
    },
    flawedScreenings: async (flaw, scope, { after, limit }) => {
      const [at = '', id = ''] = (after ?? '').split(' ');
      const { rows } = await sql<Row>`
        SELECT * FROM (${flawed(flaw, scope)})
        WHERE (screened_at, id) > (${at}, ${id}) ORDER BY screened_at, id LIMIT ${limit + 1}`.execute(db);
      const shown = rows.slice(0, limit);
      const last = shown.at(-1);
      return {
        rows: shown.map(toFlawed),
        total: await countOf(db, flaw, scope),
        ...(rows.length > limit && last && { next: `${last.screened_at} ${last.id}` }),
      };
    },
    screenedSince: async (id) => {
      const { rows } = await sql<Since>`
        SELECT screened_at, screened_by, screened_known FROM case_file
        WHERE id = ${id} AND screening_code IS NOT NULL
        UNION ALL SELECT screened_at, screened_by, screened_known FROM journal_entry
        WHERE id = ${id} AND screening_code IS NOT NULL`.execute(db);
      return rows[0] && toSince(rows[0]);
    },
  }) satisfies ScreeningReader;

type Since = {
  readonly screened_at: Instant;
  readonly screened_by: string;
  readonly screened_known: number;
};
type Row = Since & { readonly id: string; readonly case_id: CaseId; readonly entry_id: EntryId | null };

const toSince = (row: Since): FlawedScreening['since'] => ({
  at: row.screened_at,
  by: row.screened_by,
  isKnown: row.screened_known === 1,
});
const toFlawed = (row: Row): FlawedScreening => ({
  caseId: row.case_id,
  ...(row.entry_id !== null && { entryId: row.entry_id }),
  since: toSince(row),
});

async function countOf(db: Archive, flaw: ScreeningFlaw, scope: ReviewScope): Promise<number> {
  const { rows } = await sql<{
    total: number;
  }>`SELECT count(*) AS total FROM (${flawed(flaw, scope)})`.execute(db);
  return rows[0]?.total ?? 0;
}

/** `flawsOf` as SQL, over cases and entries alike. */
function flawed(flaw: ScreeningFlaw, { units, now }: ReviewScope): RawBuilder<unknown> {
  const holds = sql`screening_code IS NOT NULL AND admin_unit IN ${oneOf(units)} AND ${hasFlaw(flaw, now)}`;
  return sql`
    SELECT id, id AS case_id, NULL AS entry_id, screened_at, screened_by, screened_known FROM case_file WHERE ${holds}
    UNION ALL
    SELECT id, case_id, id, screened_at, screened_by, screened_known FROM journal_entry
    WHERE ${holds} AND binned_at IS NULL`;
}

function hasFlaw(flaw: ScreeningFlaw, now: Instant): RawBuilder<unknown> {
  const today = dateOf(now);
  switch (flaw) {
    case 'expired':
      return sql`screening_ends_on < ${today}`;
    case 'provisional':
      return sql`screening_code = ${provisionalCode} AND screened_at < ${provisionalUntil(now)}`;
    case 'code-withdrawn':
      return sql`screening_code IN (SELECT access_code.id FROM access_code WHERE withdrawn_on <= ${today})`;
    case 'basis-repealed':
      return sql`screening_legal_basis IN (SELECT text FROM legal_basis WHERE repealed_on <= ${today})`;
  }
}
