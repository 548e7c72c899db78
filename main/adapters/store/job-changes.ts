import type { JobUpdate } from '../../../domain/job-steps.ts';
import type { JobWriter, NewJob } from '../../ports/archive/jobs.ts';
import { JobAlreadyRunning } from '../../ports/archive/jobs.ts';
import { changedColumns, orNull } from './absent-values.ts';
import type { Archive } from './connection.ts';
import { faultColumns, followUpColumns } from './job-rows.ts';
import { isDuplicate } from './store-faults.ts';

export const jobChanges = (db: Archive) =>
  ({
    addJob: async (job) => {
      await refusingSecond(job.entryId, db.insertInto('signing_job').values(newJobColumns(job)).execute());
      for (const [position, signer] of job.signers.entries()) {
        await db
          .insertInto('signer')
          .values({
            id: signer.id,
            job_id: job.id,
            position,
            party_id: orNull(signer.partyId),
            name: signer.name,
            signing_group: signer.group,
            on_behalf_of: orNull(signer.onBehalfOf),
            state: signer.state,
            service_state: orNull(signer.serviceState),
            since: orNull(signer.since),
          })
          .execute();
        await db
          .insertInto('signer_identity')
          .values({ signer_id: signer.id, mark: signer.fingerprint, sealed: signer.sealedIdentity })
          .execute();
      }
    },
    changeJob: async (id, change) => {
      const columns = jobColumns(change);
      if (Object.keys(columns).length === 0) return;
      const changed = await refusingSecond(
        id,
        db.updateTable('signing_job').set(columns).where('id', '=', id).executeTakeFirst(),
      );
      if (changed.numUpdatedRows !== 1n) throw new Error(`no such job: ${id}`);
    },
    changeSigner: async (id, change) => {
      const changed = await db
        .updateTable('signer')
        .set({
          state: change.state,
          service_state: orNull(change.serviceState),
          since: orNull(change.since),
        })
        .where('id', '=', id)
        .executeTakeFirst();
      if (changed.numUpdatedRows !== 1n) throw new Error(`no such signer: ${id}`);
    },
    linkSigner: async (id, partyId) => {
      await db.updateTable('signer').set({ party_id: partyId }).where('id', '=', id).execute();
    },
    addPlan: async (jobId, plan, identity) => {
      await db
        .insertInto('planned_successor')
        .values({
          job_id: jobId,
          kind: plan.kind,
          deadline_days: plan.deadlineDays,
          planned_by: plan.plannedBy,
          planned_at: plan.plannedAt,
          replaced_signer: orNull(plan.replacement?.signerId),
          new_signer: orNull(plan.replacement?.name),
          mark: orNull(identity?.fingerprint),
          sealed: orNull(identity?.sealedIdentity),
        })
        .execute();
    },
    changePlan: async (jobId, { askedAt, settledAt, dropped }) => {
      const changed = await db
        .updateTable('planned_successor')
        .set({
          asked_at: orNull(askedAt),
          settled_at: orNull(settledAt),
          dropped: orNull(dropped),
          ...(settledAt !== undefined && { sealed: null }),
        })
        .where('job_id', '=', jobId)
        .where('settled_at', 'is', null)
        .executeTakeFirst();
      if (changed.numUpdatedRows !== 1n) throw new Error(`no open plan: ${jobId}`);
    },
    purgeSigners: async (jobId) => {
      await db
        .updateTable('signer_identity')
        .set({ sealed: null })
        .where('signer_id', 'in', (eb) => eb.selectFrom('signer').select('id').where('job_id', '=', jobId))
        .execute();
    },
    purgeParties: async (entryId) => {
      await db
        .deleteFrom('sealed_identity')
        .where('party_id', 'in', (eb) =>
          eb.selectFrom('correspondence_party').select('id').where('entry_id', '=', entryId),
        )
        .execute();
      // The draft of the dispatch dialog holds the same numbers.
      await db.deleteFrom('dispatch_draft').where('entry_id', '=', entryId).execute();
    },
  }) satisfies JobWriter;

async function refusingSecond<T>(what: string, work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (fault) {
    if (isDuplicate(fault, 'signing_job.entry_id')) throw new JobAlreadyRunning(what, { cause: fault });
    throw fault;
  }
}

const newJobColumns = (job: NewJob) => ({
  id: job.id,
  entry_id: job.entryId,
  case_id: job.caseId,
  state: job.state,
  arrival: job.arrival,
  failure: orNull(job.failure),
  reference: job.reference,
  service_job_id: orNull(job.serviceJobId),
  title: job.title,
  non_sensitive_title: orNull(job.nonSensitiveTitle),
  message: job.message,
  deadline_days: job.deadlineDays,
  merged_sha256: job.merged.sha256,
  merged_bytes: job.merged.bytes,
  merged_pages: job.merged.pages,
  ordered_by: job.orderedBy,
  ordered_at: job.orderedAt,
  sent_at: orNull(job.sentAt),
  ended_at: orNull(job.endedAt),
  next_attempt_at: orNull(job.nextAttemptAt),
  attempts: job.attempts,
  ...faultColumns(job.lastFault),
  cancellation_url: orNull(job.cancellationUrl),
  delete_documents_url: orNull(job.deleteDocumentsUrl),
  cancel_requested_at: orNull(job.cancelRequestedAt),
  succeeds: orNull(job.succeeds?.jobId),
  succession: orNull(job.succeeds?.kind),
});

const jobColumns = (change: JobUpdate) => ({
  ...changedColumns(change, {
    caseId: 'case_id',
    state: 'state',
    arrival: 'arrival',
    failure: 'failure',
    serviceJobId: 'service_job_id',
    title: 'title',
    nonSensitiveTitle: 'non_sensitive_title',
    message: 'message',
    deadlineDays: 'deadline_days',
    orderedBy: 'ordered_by',
    orderedAt: 'ordered_at',
    sentAt: 'sent_at',
    endedAt: 'ended_at',
    nextAttemptAt: 'next_attempt_at',
    attempts: 'attempts',
    cancellationUrl: 'cancellation_url',
    deleteDocumentsUrl: 'delete_documents_url',
    cancelRequestedAt: 'cancel_requested_at',
    cancelReason: 'cancel_reason',
    documentsDeletedAt: 'documents_deleted_at',
  }),
  ...('lastFault' in change ? faultColumns(change.lastFault) : {}),
  ...('followedUp' in change ? followUpColumns(change.followedUp) : {}),
});
