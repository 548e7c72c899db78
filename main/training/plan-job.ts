import type { Answer } from '../../domain/answer.ts';
import type { AnswerId, EntryId, Instant, JobId } from '../../domain/basics.ts';
import { blank, type LogRow } from '../../domain/change-log.ts';
import type { FailureReason, Signer, SignerState } from '../../domain/signing-job.ts';
import { systemName } from '../usecases/audit-log.ts';
import type { TrainingJob } from './ingredients.ts';
import { plainTitle } from './marked-title.ts';
import { toInstant } from './norwegian-date.ts';
import { answeredAt, type OrderedEntry } from './order-events.ts';
import type { PlannedJob } from './plan.ts';
import { caseworkerOf, entryIdOf, type PlanFacts } from './plan-facts.ts';
import { stableId } from './stable-id.ts';

const decided: Readonly<Record<Exclude<FailureReason, 'other'>, SignerState>> = {
  rejected: 'rejected',
  expired: 'expired',
  cancelled: 'cancelled',
  reserved: 'reserved',
  contactMissing: 'contactInformationMissing',
  blocked: 'blocked',
  nameMissing: 'nameNotAvailable',
};
/** What the others become when the job ends without them: those who were asked together share an expiry or cancel. */
const leftOver = (failure: Exclude<FailureReason, 'other'>): SignerState =>
  failure === 'expired' || failure === 'cancelled' ? decided[failure] : 'notApplicable';

/** When a signer who signed before the job failed did so: so many hours after it was ordered. */
const hoursBetweenSigners = 5;

export async function planJob(
  item: OrderedEntry,
  job: TrainingJob,
  entryId: EntryId,
  facts: PlanFacts,
): Promise<PlannedJob> {
  const { entry, of } = item;
  const name = `${of.from.key}/${entry.key}`;
  const id: JobId = await stableId(facts.digest, 'job', name);
  const { became } = job;
  const ordered = toInstant(job.at);
  const sentAt = new Date(Date.parse(ordered) + 4_000).toISOString();
  const caseId = await stableId(facts.digest, 'case', of.from.key);
  const signers = await Promise.all(
    job.signers.map(async ({ party, group }, position): Promise<PlannedJob['signers'][number]> => {
      const actor = facts.cast.actor(party);
      if (!actor.identityNumber) throw new Error(`training job ${name}: nobody signs for ${party}`);
      const signer: Signer = {
        id: await stableId(facts.digest, 'signer', `${name}/${position}`),
        name: actor.signer,
        group,
        ...(actor.isFirm && { onBehalfOf: actor.name }),
        ...stateOf(job, position),
      };
      return { ...signer, identityNumber: actor.identityNumber };
    }),
  );
  const planned = {
    id,
    entryId,
    caseId,
    reference: await stableId(facts.digest, 'reference', name),
    title: plainTitle(entry.title),
    ...(entry.nonSensitiveTitle !== undefined && { nonSensitiveTitle: entry.nonSensitiveTitle }),
    message: job.message,
    deadlineDays: job.deadlineDays,
    orderedBy: caseworkerOf(item, facts).name,
    orderedAt: ordered,
    signers,
  };
  const row = (before: string, after: string, at: Instant, by = systemName): LogRow => ({
    subject: 'job',
    subjectId: id,
    field: 'signeringsoppdrag',
    before,
    after,
    at,
    by,
  });
  const names = signers.map((signer) => signer.name).join(', ');
  const made = row(blank, `bestilt: ${names}`, ordered, planned.orderedBy);
  if ('live' in became)
    return { ...planned, state: 'queued', attempts: 0, purged: false, live: became.live, log: [made] };
  if ('fault' in became) {
    const at = toInstant(became.at);
    return {
      ...planned,
      state: 'sendFailed',
      attempts: 1,
      endedAt: at,
      lastFault: { code: became.fault, detail: became.detail, at },
      purged: false,
      log: [made, row('bestilt', `ikke sendt: ${became.fault}`, at)],
    };
  }
  const answerId: AnswerId = await stableId(facts.digest, 'answer', name);
  const receivedAt = answeredAt(entry);
  // Numbers of the portal are digits, so these can never meet one.
  const serviceJobId = `opplaering-${item.answerTo ?? item.recordNumber}`;
  const answer: Answer = {
    id: answerId,
    jobId: id,
    outcome: 'failed',
    failure: became.failure,
    receivedAt,
    decidedAt: toInstant(became.at),
    signatures: [],
    confirmedAt: receivedAt,
    ...(!became.waits && { filedAs: await entryIdOf(item, facts, `${entry.key}-svar`) }),
  };
  return {
    ...planned,
    state: 'failed',
    failure: became.failure,
    serviceJobId,
    sentAt,
    endedAt: toInstant(became.at),
    attempts: 1,
    ...(became.failure === 'cancelled' && { cancelRequestedAt: toInstant(became.at) }),
    purged: !became.waits,
    answer,
    log: [made, row('bestilt', `sendt: ${serviceJobId}`, sentAt), row('sendt', became.failure, receivedAt)],
  };
}

function stateOf({ at, became }: TrainingJob, position: number): Pick<Signer, 'state' | 'since'> {
  if (!('failure' in became)) return { state: 'waiting' };
  if (position < became.decidedBy) {
    const since = Date.parse(toInstant(at)) + (position + 1) * hoursBetweenSigners * 3_600_000;
    return { state: 'signed', since: new Date(since).toISOString() };
  }
  const state = position === became.decidedBy ? decided[became.failure] : leftOver(became.failure);
  return { state, since: toInstant(became.at) };
}
