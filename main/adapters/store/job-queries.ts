import type { SelectQueryBuilder } from 'kysely';
import type { JobId, SignerId } from '../../../domain/basics.ts';
import {
  endedStates,
  runningStates,
  type SignerState,
  type SigningJob,
} from '../../../domain/signing-job.ts';
import type { JobReader, SignerIdentity } from '../../ports/archive/jobs.ts';
import type { Archive } from './connection.ts';
import { type Related, toJob } from './job-rows.ts';
import { oneOf } from './one-of.ts';
import type { ArchiveTables } from './tables.ts';

export const jobQueries = (db: Archive) => {
  const jobs = () => db.selectFrom('signing_job');
  return {
    findJob: async (id) => (await load(db, jobs().where('id', '=', id)))[0],
    findJobByReference: async (reference) => (await load(db, jobs().where('reference', '=', reference)))[0],
    findJobByServiceId: async (serviceJobId) =>
      (await load(db, jobs().where('service_job_id', '=', serviceJobId)))[0],
    newestJobs: async (entryIds) => {
      const found = jobs().where('entry_id', 'in', oneOf(entryIds)).where('is_newest', '=', 1);
      return new Map((await load(db, found)).map((job) => [job.entryId, job]));
    },
    jobsOf: (entryId) => load(db, jobs().where('entry_id', '=', entryId).orderBy('seq', 'desc')),
    runningJobsIn: (caseId) =>
      load(db, jobs().where('case_id', '=', caseId).where('state', 'in', runningStates).orderBy('seq')),
    jobsIn: (states) => load(db, jobs().where('state', 'in', states).orderBy('seq')),
    jobsToCancel: () =>
      load(
        db,
        jobs()
          .where('state', '=', 'inProgress')
          .where('id', 'in', (eb) =>
            eb
              .selectFrom('planned_successor')
              .select('job_id')
              .where('settled_at', 'is', null)
              .where('asked_at', 'is', null),
          )
          .orderBy('seq'),
      ),
    jobsToDelete: (confirmedBefore) =>
      load(
        db,
        jobs()
          .where('delete_documents_url', 'is not', null)
          .where('documents_deleted_at', 'is', null)
          .where('id', 'in', (eb) =>
            eb
              .selectFrom('answer')
              .select('job_id')
              .where('filed_as', 'is not', null)
              .where('confirmed_at', '<=', confirmedBefore),
          )
          .orderBy('seq'),
      ),
    sealedSigners: async (jobId) => {
      const rows = await db
        .selectFrom('signer_identity')
        .innerJoin('signer', 'signer.id', 'signer_identity.signer_id')
        .select(['signer_id', 'sealed'])
        .where('job_id', '=', jobId)
        .orderBy('position')
        .execute();
      return new Map<SignerId, Uint8Array>(
        rows.flatMap((row) => (row.sealed === null ? [] : [[row.signer_id, row.sealed]])),
      );
    },
    signerIdentities: async (jobId) => {
      const rows = await db
        .selectFrom('signer_identity')
        .innerJoin('signer', 'signer.id', 'signer_identity.signer_id')
        .select(['signer_id', 'sealed', 'mark'])
        .where('job_id', '=', jobId)
        .execute();
      return new Map<SignerId, SignerIdentity>(
        rows.flatMap(({ signer_id, sealed, mark }) =>
          sealed === null ? [] : [[signer_id, { sealedIdentity: sealed, fingerprint: mark }]],
        ),
      );
    },
    plannedIdentity: async (jobId) => {
      const row = await db
        .selectFrom('planned_successor')
        .select(['sealed', 'mark'])
        .where('job_id', '=', jobId)
        .where('settled_at', 'is', null)
        .executeTakeFirst();
      return row?.sealed && row.mark ? { sealedIdentity: row.sealed, fingerprint: row.mark } : undefined;
    },
    endedWithNumbers: (endedBefore) =>
      load(
        db,
        jobs()
          .where('state', 'in', endedStates)
          .where('ended_at', '<', endedBefore)
          .where('id', 'in', (eb) =>
            eb
              .selectFrom('signer')
              .innerJoin('signer_identity', 'signer_identity.signer_id', 'signer.id')
              .select('signer.job_id')
              .where('signer_identity.sealed', 'is not', null),
          )
          .orderBy('seq'),
      ),
    knownReach: (fingerprints) => knownReach(db, fingerprints),
  } satisfies JobReader;
};

/** Signer states that tell whether the person could be reached. */
const reachStates: readonly SignerState[] = [
  'signed',
  'rejected',
  'expired',
  'reserved',
  'contactInformationMissing',
];

async function knownReach(
  db: Archive,
  fingerprints: readonly string[],
): Promise<ReadonlyMap<string, 'reserved' | 'without-contact'>> {
  const rows = await db
    .selectFrom('signer_identity')
    .innerJoin('signer', 'signer.id', 'signer_identity.signer_id')
    .innerJoin('signing_job', 'signing_job.id', 'signer.job_id')
    .select(['mark', 'signer.state'])
    .where('mark', 'in', oneOf(fingerprints))
    .where('signer.state', 'in', reachStates)
    .orderBy('signing_job.seq')
    .execute();
  const newest = new Map(rows.map((row) => [row.mark, row.state]));
  const unreached = new Map<string, 'reserved' | 'without-contact'>();
  for (const [mark, state] of newest) {
    if (state === 'reserved') unreached.set(mark, 'reserved');
    if (state === 'contactInformationMissing') unreached.set(mark, 'without-contact');
  }
  return unreached;
}

async function load(
  db: Archive,
  matching: SelectQueryBuilder<ArchiveTables, 'signing_job', object>,
): Promise<readonly SigningJob[]> {
  const rows = await matching.selectAll().execute();
  if (rows.length === 0) return [];
  const signers = await db
    .selectFrom('signer')
    .selectAll()
    .where('job_id', 'in', oneOf(rows.map((row) => row.id)))
    .orderBy('position')
    .execute();
  const related = await relatedOf(db, rows);
  return rows.map((row) =>
    toJob(
      row,
      signers.filter((signer) => signer.job_id === row.id),
      related(row),
    ),
  );
}

type Linked = { readonly id: JobId; readonly succeeds: JobId | null };
async function relatedOf(db: Archive, rows: readonly Linked[]): Promise<(row: Linked) => Related> {
  const ids = rows.map((row) => row.id);
  const plans = await db
    .selectFrom('planned_successor')
    .selectAll()
    .where('job_id', 'in', oneOf(ids))
    .orderBy('seq')
    .execute();
  const linked = await db
    .selectFrom('signing_job')
    .select(['id', 'state', 'succeeds', 'succession'])
    .where((eb) =>
      eb.or([
        eb('succeeds', 'in', oneOf(ids)),
        eb('id', 'in', oneOf(rows.flatMap(({ succeeds }) => succeeds ?? []))),
        eb.and([eb('id', 'in', oneOf(ids)), eb('succeeds', 'is not', null)]),
      ]),
    )
    .execute();
  const kindOf = (id: JobId) => linked.find((job) => job.id === id)?.succession;
  return ({ id, succeeds }) => {
    const before = linked.find((job) => job.id === succeeds);
    const after = linked.find((job) => job.succeeds === id);
    const kind = kindOf(id);
    return {
      plan: plans.findLast((plan) => plan.job_id === id),
      ...(before && kind && { succeeds: { jobId: before.id, kind, state: before.state } }),
      ...(after?.succession && {
        succeededBy: { jobId: after.id, kind: after.succession, state: after.state },
      }),
    };
  };
}
