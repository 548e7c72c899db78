import type { Selectable } from 'kysely';
import type { RestorationReader, RestorationWriter } from '../../ports/archive/restorations.ts';
import { orNull } from './absent-values.ts';
import type { Archive } from './connection.ts';
import type { ArchiveTables } from './tables.ts';

export const restorationQueries = (db: Archive) => {
  const jobs = () => db.selectFrom('unknown_job').selectAll();
  return {
    restoredSince: async () => {
      const row = await db
        .selectFrom('restoration')
        .select('noticed_at')
        .where('ended_at', 'is', null)
        .executeTakeFirst();
      return row?.noticed_at;
    },
    numberMarks: () => db.selectFrom('counter').select(['series', 'scope', 'last']).execute(),
    lostJobs: async () => {
      const rows = await db
        .selectFrom('lost_job')
        .selectAll()
        .where('settled_at', 'is', null)
        .orderBy('noticed_at')
        .execute();
      return rows.map(toLostJob);
    },
    findLostJob: async (reference) => {
      const row = await db
        .selectFrom('lost_job')
        .selectAll()
        .where('reference', '=', reference)
        .executeTakeFirst();
      return row && toLostJob(row);
    },
    hasLostJob: async (entryId) => {
      const row = await db
        .selectFrom('lost_job')
        .select('reference')
        .where('entry_id', '=', entryId)
        .where('settled_at', 'is', null)
        .executeTakeFirst();
      return row !== undefined;
    },
    findUnknownJob: async (id) => {
      const row = await jobs().where('id', '=', id).executeTakeFirst();
      return row && toUnknownJob(db, row);
    },
    findUnknownJobByServiceId: async (serviceJobId) => {
      const row = await jobs().where('service_job_id', '=', serviceJobId).executeTakeFirst();
      return row && toUnknownJob(db, row);
    },
    findUnknownJobByReference: async (reference) => {
      const row = await jobs().where('reference', '=', reference).executeTakeFirst();
      return row && toUnknownJob(db, row);
    },
    unfiledUnknownJobs: async () => {
      const rows = await jobs().where('filed_as', 'is', null).orderBy('seq').execute();
      return Promise.all(rows.map((row) => toUnknownJob(db, row)));
    },
  } satisfies RestorationReader;
};

export const restorationChanges = (db: Archive) =>
  ({
    beginRestoration: async (at) => {
      const open = await db
        .selectFrom('restoration')
        .select('seq')
        .where('ended_at', 'is', null)
        .executeTakeFirst();
      if (!open) await db.insertInto('restoration').values({ noticed_at: at }).execute();
    },
    endRestoration: async (at, by) => {
      await db
        .updateTable('restoration')
        .set({ ended_at: at, ended_by: by })
        .where('ended_at', 'is', null)
        .execute();
    },
    jumpTo: async ({ series, scope, last }) => {
      await db
        .insertInto('counter')
        .values({ series, scope, last })
        .onConflict((conflict) =>
          conflict.columns(['series', 'scope']).doUpdateSet({ last }).where('counter.last', '<', last),
        )
        .execute();
    },
    addLostJob: async ({ reference, entryId, answeredAt }, at) => {
      await db
        .insertInto('lost_job')
        .values({ reference, entry_id: entryId, noticed_at: at, answered_at: orNull(answeredAt) })
        .onConflict((conflict) => conflict.column('reference').doNothing())
        .execute();
    },
    settleLostJob: async (reference, at) => {
      await db
        .updateTable('lost_job')
        .set({ settled_at: at })
        .where('reference', '=', reference)
        .where('settled_at', 'is', null)
        .execute();
    },
    putUnknownJob: async ({ id, serviceJobId, signatures, ...job }) => {
      const told = {
        state: job.state,
        failure: orNull(job.failure),
        received_at: job.receivedAt,
        decided_at: job.decidedAt,
        sealed_signers: job.sealedSigners,
        signed_pdf: orNull(job.signedPdf),
      };
      await db
        .insertInto('unknown_job')
        .values({ id, service_job_id: serviceJobId, reference: orNull(job.reference), ...told })
        .onConflict((conflict) => conflict.column('service_job_id').doUpdateSet(told))
        .execute();
      const stored = await db
        .selectFrom('unknown_job')
        .select('id')
        .where('service_job_id', '=', serviceJobId)
        .executeTakeFirstOrThrow();
      for (const sha256 of signatures)
        await db
          .insertInto('unknown_job_signature')
          .values({ unknown_job_id: stored.id, sha256 })
          .onConflict((conflict) => conflict.doNothing())
          .execute();
    },
    acknowledgeUnknownJob: async (id, at, by) => {
      await db
        .updateTable('unknown_job')
        .set({ acknowledged_at: at, acknowledged_by: by })
        .where('id', '=', id)
        .where('acknowledged_at', 'is', null)
        .execute();
    },
    fileUnknownJob: async (id, filedAs) => {
      await db
        .updateTable('unknown_job')
        .set({ filed_as: filedAs })
        .where('id', '=', id)
        .where('filed_as', 'is', null)
        .execute();
    },
  }) satisfies RestorationWriter;

const toLostJob = (row: Selectable<ArchiveTables['lost_job']>) => ({
  reference: row.reference,
  entryId: row.entry_id,
  noticedAt: row.noticed_at,
  answeredAt: row.answered_at ?? undefined,
});

async function toUnknownJob(db: Archive, row: Selectable<ArchiveTables['unknown_job']>) {
  const signatures = await db
    .selectFrom('unknown_job_signature')
    .select('sha256')
    .where('unknown_job_id', '=', row.id)
    .execute();
  return {
    id: row.id,
    serviceJobId: row.service_job_id,
    reference: row.reference ?? undefined,
    state: row.state,
    failure: row.failure ?? undefined,
    receivedAt: row.received_at,
    decidedAt: row.decided_at,
    sealedSigners: row.sealed_signers,
    signedPdf: row.signed_pdf ?? undefined,
    signatures: signatures.map(({ sha256 }) => sha256),
    filedAs: row.filed_as ?? undefined,
    acknowledgedAt: row.acknowledged_at ?? undefined,
  };
}
