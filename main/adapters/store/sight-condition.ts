import { type RawBuilder, sql } from 'kysely';
import type { Actor } from '../../../domain/access/actor.ts';
import { oneOf } from './one-of.ts';

/**
 * `decideSight` as SQL, over columns of `thing`: a table with the screening's columns and `admin_unit`. `owners` are the
 * columns of who owns it. The texts are the same for everybody, so that they are compiled once.
 */
function sees(actor: Actor, thing: string, ...owners: readonly RawBuilder<unknown>[]): RawBuilder<boolean> {
  const column = (name: string) => sql.ref(`${thing}.${name}`);
  const stoodFor = oneOf([actor.id, ...actor.access.deputyOf]);
  const cleared = actor.access.clearances.flatMap(({ accessCode, units }) =>
    units.map((unit) => [accessCode, unit]),
  );
  const owned = sql.join(
    owners.map((owner) => sql`${owner} IN ${stoodFor}`),
    sql` OR `,
  );
  return sql<boolean>`(${column('screening_code')} IS NULL OR ${owned}
    OR ((${column('screening_group')} IS NULL OR ${column('screening_group')} IN ${oneOf(actor.access.groups)})
      AND (${column('screening_code')}, ${column('admin_unit')}) IN (
        SELECT value ->> 0, value ->> 1 FROM json_each(${JSON.stringify(cleared)}))))`;
}

/** Whether `actor` sees what the screening of `case_file` hides. */
export const seesCase = (actor: Actor): RawBuilder<boolean> =>
  sees(actor, 'case_file', sql.ref('case_file.case_owner'));

/** Whether `actor` sees what the screening of `journal_entry` hides. */
export const seesEntry = (actor: Actor): RawBuilder<boolean> =>
  sees(
    actor,
    'journal_entry',
    sql.ref('journal_entry.caseworker'),
    sql`(SELECT own_case.case_owner FROM case_file AS own_case WHERE own_case.id = journal_entry.case_id)`,
  );

/**
 * Of rows of `search_text` whose words hold the pattern: those that may be found by it. Words that a screening hides find
 * nothing for those without sight, and what lies in the bin is found by nobody.
 */
export const findableBy = (actor: Actor, pattern: string): RawBuilder<boolean> =>
  sql<boolean>`search_text.is_binned = 0 AND (search_text.open_words IS NULL OR search_text.open_words LIKE ${pattern}
    OR CASE search_text.is_entry
      WHEN 1 THEN EXISTS (SELECT 1 FROM journal_entry WHERE journal_entry.id = search_text.unit_id AND ${seesEntry(actor)})
      ELSE EXISTS (SELECT 1 FROM case_file WHERE case_file.id = search_text.unit_id AND ${seesCase(actor)}) END)`;
