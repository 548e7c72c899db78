import { type SelectQueryBuilder, sql } from 'kysely';
import type { EntryId } from '../../../domain/basics.ts';
import { entryTypes, partyKinds } from '../../../domain/code-lists.ts';
import type { EntryRow } from '../../ports/archive/entries.ts';
import { boundRowCount } from './bound-values.ts';
import { textsOf } from './code-texts.ts';
import type { Archive } from './connection.ts';
import { selectEntries, toEntry } from './entry-rows.ts';
import { oneOf } from './one-of.ts';
import { caseScreening, toCaseScreening } from './screening-rows.ts';
import type { ArchiveTables } from './tables.ts';
import { totalBeside } from './total-beside.ts';

/**
 * Rows of these entries, in the order given. Parties and documents are counted for these rows only, so that a page
 * costs the same however long the list is.
 */
async function entryRows(db: Archive, ids: readonly EntryId[]): Promise<readonly EntryRow[]> {
  if (ids.length === 0) return [];
  const rows = await selectEntries(db)
    .innerJoin('case_file', 'case_file.id', 'journal_entry.case_id')
    .innerJoin('archive_user', 'archive_user.id', 'journal_entry.caseworker')
    .leftJoin('signing_job', (join) =>
      join.onRef('signing_job.entry_id', '=', 'journal_entry.id').on('signing_job.is_newest', '=', 1),
    )
    .select([
      'case_file.case_number',
      'case_file.title as case_title',
      'case_file.public_title as case_public_title',
      'case_file.admin_unit as case_admin_unit',
      'case_file.case_owner',
      ...caseScreening,
      'archive_user.name as caseworker_name',
      'signing_job.state as job_state',
      'signing_job.failure as job_failure',
      listedParties.as('listed_parties'),
      documentCount.as('document_count'),
    ])
    .where('journal_entry.id', 'in', oneOf(ids))
    .execute();
  const byId = new Map(rows.map((row) => [row.id, row]));
  return ids.flatMap((id) => {
    const row = byId.get(id);
    if (!row) return [];
    return [
      {
        ...toEntry(row),
        caseFile: {
          caseNumber: row.case_number,
          title: row.case_title,
          publicTitle: row.case_public_title ?? undefined,
          adminUnit: row.case_admin_unit,
          caseOwner: row.case_owner,
          ...toCaseScreening(row),
        },
        caseworkerName: row.caseworker_name,
        parties: toParties(row.listed_parties),
        documentCount: row.document_count,
        // CHECKs hold these two columns to the words of the type.
        jobState: row.job_state ?? undefined,
        jobFailure: row.job_failure ?? undefined,
      },
    ];
  });
}

const senders = textsOf(partyKinds, 'EA', 'IA', 'IS');
const listedParties = sql<string>`(
  SELECT json_group_array(json_array(name, is_screened) ORDER BY position) FROM correspondence_party
  WHERE correspondence_party.entry_id = journal_entry.id AND CASE journal_entry.type
    WHEN ${textsOf(entryTypes, 'I')} THEN kind IN (${senders})
    WHEN ${textsOf(entryTypes, 'U')} THEN kind NOT IN (${senders})
    ELSE 1 END)`;
/** The query above wrote it. */
const toParties = (text: string) =>
  (JSON.parse(text) as [name: string, screened: number][]).map(([name, screened]) => ({
    name,
    ...(screened === 1 && { isScreened: true }),
  }));
const documentCount = sql<number>`(
  SELECT count(*) FROM document_link WHERE document_link.entry_id = journal_entry.id)`;

/** A page of the entries that `matching` selects in `ordered`, and how many there are in all. */
export async function entryPage<Tables extends keyof ArchiveTables>(
  db: Archive,
  matching: SelectQueryBuilder<ArchiveTables, Tables | 'journal_entry', object>,
  order: ReturnType<typeof sql>,
  page: { readonly offset: number; readonly limit: number },
): Promise<{ readonly rows: readonly EntryRow[]; readonly total: number }> {
  const ids = await matching
    .select(sql<EntryId>`journal_entry.id`.as('id'))
    .$castTo<{ id: EntryId }>()
    .orderBy(order)
    .offset(boundRowCount(page.offset))
    .limit(boundRowCount(page.limit))
    .execute();
  const total = await totalBeside(ids, page, async () => {
    const counted = await matching
      .select(sql<number>`count(*)`.as('total'))
      .$castTo<{ total: number }>()
      .executeTakeFirstOrThrow();
    return counted.total;
  });
  return {
    rows: await entryRows(
      db,
      ids.map((row) => row.id),
    ),
    total,
  };
}
