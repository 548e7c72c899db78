import { type RawBuilder, sql } from 'kysely';
import type { Actor } from '../../../domain/access/actor.ts';

/** What a person sees by, as JSON lists. The texts below are the same for everybody, so that they are compiled once. */
const listsOf = ({ id, access: { clearances, deputyOf, groups } }: Actor) => ({
  stoodFor: JSON.stringify([id, ...deputyOf]),
  groups: JSON.stringify(groups),
  cleared: JSON.stringify(
    clearances.flatMap(({ accessCode, units }) => units.map((unit) => [accessCode, unit])),
  ),
});

/** `decideSight` as SQL: whether `actor` sees what the screening of `case_file` hides. */
export function seesCase(actor: Actor): RawBuilder<boolean> {
  const { stoodFor, groups, cleared } = listsOf(actor);
  return sql<boolean>`(case_file.screening_code IS NULL
    OR case_file.case_owner IN (SELECT value FROM json_each(${stoodFor}))
    OR ((case_file.screening_group IS NULL OR case_file.screening_group IN (SELECT value FROM json_each(${groups})))
      AND (case_file.screening_code, case_file.admin_unit) IN (
        SELECT value ->> 0, value ->> 1 FROM json_each(${cleared}))))`;
}

/** The same for `journal_entry`, which the owner of its case sees as well. */
export function seesEntry(actor: Actor): RawBuilder<boolean> {
  const { stoodFor, groups, cleared } = listsOf(actor);
  return sql<boolean>`(journal_entry.screening_code IS NULL
    OR journal_entry.caseworker IN (SELECT value FROM json_each(${stoodFor}))
    OR (SELECT own.case_owner FROM case_file AS own WHERE own.id = journal_entry.case_id) IN (
      SELECT value FROM json_each(${stoodFor}))
    OR ((journal_entry.screening_group IS NULL
        OR journal_entry.screening_group IN (SELECT value FROM json_each(${groups})))
      AND (journal_entry.screening_code, journal_entry.admin_unit) IN (
        SELECT value ->> 0, value ->> 1 FROM json_each(${cleared}))))`;
}

/**
 * Of rows of `search_text` whose words hold the pattern: those that may be found by it. Words that a screening hides find
 * nothing for those without sight, and what lies in the bin is found by nobody.
 */
export const findableBy = (actor: Actor, pattern: string): RawBuilder<boolean> =>
  sql<boolean>`search_text.is_binned = 0 AND (search_text.open_words IS NULL OR search_text.open_words LIKE ${pattern}
    OR CASE search_text.is_entry WHEN 1 THEN ${seesItsEntry(actor)}
      ELSE EXISTS (SELECT 1 FROM case_file WHERE case_file.id = search_text.unit_id AND ${seesCase(actor)}) END)`;

/** The same of rows that are entries. */
export const entryFindableBy = (actor: Actor, pattern: string): RawBuilder<boolean> =>
  sql<boolean>`search_text.is_binned = 0
    AND (search_text.open_words IS NULL OR search_text.open_words LIKE ${pattern} OR ${seesItsEntry(actor)})`;

const seesItsEntry = (actor: Actor): RawBuilder<boolean> =>
  sql`EXISTS (SELECT 1 FROM journal_entry WHERE journal_entry.id = search_text.unit_id AND ${seesEntry(actor)})`;
