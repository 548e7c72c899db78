import { type RawBuilder, sql } from 'kysely';
import type { Actor } from '../../../domain/access/actor.ts';
import { boundPattern } from './bound-values.ts';
import { oneOf } from './one-of.ts';

/** `decideSight` as SQL: whether `actor` sees what the screening of `case_file` hides. */
export const seesCase = (actor: Actor): RawBuilder<boolean> =>
  sql<boolean>`(case_file.screening_code IS NULL OR ${isOneOf(owners.case_file, stoodFor(actor))}
    OR ${isCleared('case_file', actor)})`;

/** The same for `journal_entry`, which the owner of its case sees as well. */
export const seesEntry = (actor: Actor): RawBuilder<boolean> =>
  sql<boolean>`(journal_entry.screening_code IS NULL OR ${isOneOf(owners.journal_entry, stoodFor(actor))}
    OR ${isCleared('journal_entry', actor)}
    OR ${isOneOf(owners.caseOfEntry, stoodFor(actor))})`;

const stoodFor = ({ id, access }: Actor) => [id, ...access.deputyOf];

/** In the group, if one is named, and cleared for the code in the unit. */
function isCleared(table: 'case_file' | 'journal_entry', { access: { clearances, groups } }: Actor) {
  const { group, code, unit } = columns[table];
  const cleared = clearances.filter(({ units }) => units.length > 0);
  const pairs = cleared.flatMap(({ accessCode, units }) => units.map((one) => [accessCode, one]));
  if (pairs.length === 0) return never;
  const inGroup = groups.length === 0 ? sql`` : sql`OR ${isOneOf(group, groups)}`;
  const forCode =
    pairs.length > mostWrittenOut
      ? sql`(${code}, ${unit}) IN (SELECT value ->> 0, value ->> 1 FROM json_each(${JSON.stringify(pairs)}))`
      : sql.join(
          cleared.map(({ accessCode, units }) => sql`${code} = ${accessCode} AND ${isOneOf(unit, units)}`),
          sql` OR `,
        );
  return sql`((${group} IS NULL ${inGroup}) AND (${forCode}))`;
}

const columnsOf = (table: string) => ({
  group: sql.raw(`${table}.screening_group`),
  code: sql.raw(`${table}.screening_code`),
  unit: sql.raw(`${table}.admin_unit`),
});
const columns = { case_file: columnsOf('case_file'), journal_entry: columnsOf('journal_entry') };
const owners = {
  case_file: sql.raw('case_file.case_owner'),
  journal_entry: sql.raw('journal_entry.caseworker'),
  caseOfEntry: sql.raw('(SELECT own.case_owner FROM case_file AS own WHERE own.id = journal_entry.case_id)'),
};
const never = sql`0`;

/** A list that SQLite must open costs more than the rows of a page: only longer ones are given as one. */
const mostWrittenOut = 12;

function isOneOf(column: RawBuilder<unknown>, values: readonly string[]): RawBuilder<unknown> {
  if (values.length === 1) return sql`${column} = ${values[0]}`;
  return values.length > mostWrittenOut
    ? sql`${column} IN ${oneOf(values)}`
    : sql`${column} IN (${sql.join(values)})`;
}

/**
 * Of rows of `search_text` whose words hold the pattern: those that may be found by it. Words that a screening hides find
 * nothing for those without sight, and what lies in the bin is found by nobody.
 */
export const findableBy = (actor: Actor, pattern: string): RawBuilder<boolean> =>
  sql<boolean>`search_text.is_binned = 0 AND (search_text.open_words IS NULL OR search_text.open_words LIKE ${boundPattern(pattern)}
    OR CASE search_text.is_entry WHEN 1 THEN ${seesItsEntry(actor)}
      ELSE EXISTS (SELECT 1 FROM case_file WHERE case_file.id = search_text.unit_id AND ${seesCase(actor)}) END)`;

/** Of rows of `journal_entry`: those that may be found by the pattern, by the same rule. */
export const entryFindableBy = (actor: Actor, pattern: string): RawBuilder<boolean> =>
  sql<boolean>`EXISTS (SELECT 1 FROM search_text WHERE search_text.unit_id = journal_entry.id
    AND search_text.words LIKE ${boundPattern(pattern)} AND search_text.is_binned = 0
    AND (search_text.open_words IS NULL OR search_text.open_words LIKE ${boundPattern(pattern)} OR ${seesEntry(actor)}))`;

const seesItsEntry = (actor: Actor): RawBuilder<boolean> =>
  sql`EXISTS (SELECT 1 FROM journal_entry WHERE journal_entry.id = search_text.unit_id AND ${seesEntry(actor)})`;
