import { partiesDisagree } from '../../../domain/party-mismatch.ts';
import type { PartyMismatchReader, PartyMismatchWriter } from '../../ports/archive/party-mismatches.ts';
import type { Archive } from './connection.ts';
import { jobQueries } from './job-queries.ts';
import { partyQueries } from './parties.ts';

export const partyMismatchQueries = (db: Archive) =>
  ({
    findPartyMismatch: async (entryId) => {
      const row = await db
        .selectFrom('party_mismatch')
        .select(['entry_id', 'job_id', 'found_at'])
        .where('entry_id', '=', entryId)
        .where('outcome', 'is', null)
        .executeTakeFirst();
      return row && { entryId: row.entry_id, jobId: row.job_id, foundAt: row.found_at };
    },
  }) satisfies PartyMismatchReader;

export const partyMismatchChanges = (db: Archive) =>
  ({
    addPartyMismatch: async (entryId, jobId, at) => {
      const found = { job_id: jobId, found_at: at, is_checked: 1 };
      await db
        .insertInto('party_mismatch')
        .values({ entry_id: entryId, ...found })
        .onConflict((conflict) =>
          conflict
            .column('entry_id')
            .doUpdateSet({ ...found, outcome: null, settled_at: null, settled_by: null }),
        )
        .execute();
    },
    settlePartyMismatch: async (entryId, outcome, at, by) => {
      const settled = await db
        .updateTable('party_mismatch')
        .set({ outcome, settled_at: at, settled_by: by })
        .where('entry_id', '=', entryId)
        .where('outcome', 'is', null)
        .executeTakeFirst();
      if (settled.numUpdatedRows !== 1n) throw new Error(`no mismatch of parties: ${entryId}`);
    },
  }) satisfies PartyMismatchWriter;

/**
 * Looks closely at what migration 0013 put in the list by what is written alone, and takes away what agrees after all.
 * By names only: the numbers lie sealed.
 */
export async function checkPartyMismatches(db: Archive): Promise<void> {
  const unchecked = await db
    .selectFrom('party_mismatch')
    .select(['entry_id', 'job_id'])
    .where('is_checked', '=', 0)
    .execute();
  for (const { entry_id, job_id } of unchecked) {
    const job = await jobQueries(db).findJob(job_id);
    const parties = await partyQueries(db).partiesOf(entry_id);
    if (job && partiesDisagree(parties, job.signers))
      await db
        .updateTable('party_mismatch')
        .set({ is_checked: 1 })
        .where('entry_id', '=', entry_id)
        .execute();
    else await db.deleteFrom('party_mismatch').where('entry_id', '=', entry_id).execute();
  }
}
