import type { Answer } from '../../domain/answer.ts';
import type { EntryId, JobId } from '../../domain/basics.ts';
import { plusSeconds, toInstant } from '../../domain/calendar.ts';
import type { LogRow } from '../../domain/change-log.ts';
import { applyToJob, type SteppingJob } from '../../domain/job-steps.ts';
import type { JobEvent } from '../../domain/job-transitions.ts';
import { type FailureReason, ordered, type Signer, type SignerState } from '../../domain/signing-job.ts';
import { systemName } from '../usecases/audit-log.ts';
import type { TrainingJob } from './ingredients.ts';
import { plainTitle } from './marked-title.ts';
import { atMinute } from './norwegian-date.ts';
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
  const orderedAt = atMinute(job.at);
  const sentAt = plusSeconds(orderedAt, 4);
  const caseId = await stableId(facts.digest, 'case', of.from.key);
  const signers = await Promise.all(
    job.signers.map(async ({ party, group }, position): Promise<PlannedJob['signers'][number]> => {
      const actor = facts.cast.actor(party);
      if (!actor.identityNumber) throw new Error(`training job ${name}: nobody signs for ${party}`);
      return {
        id: await stableId(facts.digest, 'signer', `${name}/${position}`),
        name: actor.signer,
        group,
        ...(actor.isFirm && { onBehalfOf: actor.name }),
        state: 'waiting',
        identityNumber: actor.identityNumber,
      };
    }),
  );
  const orderedBy = caseworkerOf(item, facts).name;
  const start: Stage = {
    job: {
      ...ordered,
      id,
      entryId,
      caseId,
      reference: await stableId(facts.digest, 'reference', name),
      title: plainTitle(entry.title),
      nonSensitiveTitle: entry.nonSensitiveTitle,
      message: job.message,
      deadlineDays: job.deadlineDays,
      orderedBy,
      orderedAt,
      signers,
    },
    log: [
      {
        code: 'job-ordered',
        facts: { signers: signers.map((signer) => signer.name) },
        subject: 'job',
        subjectId: id,
        at: orderedAt,
        by: orderedBy,
      },
    ],
  };
  const planned = ({ job: after, log }: Stage) => ({
    ...after,
    signers: signers.map((asked, position) => ({ ...asked, ...after.signers[position] })),
    log,
  });
  if ('live' in became) return { ...planned(start), purged: false, live: became.live };
  const begun = happened(start, { kind: 'sending-began' }, { at: orderedAt, by: systemName });
  if ('fault' in became) {
    const at = atMinute(became.at);
    const fault = { code: became.fault, detail: became.detail, at };
    return { ...planned(happened(begun, { kind: 'refused', fault }, { at, by: systemName })), purged: false };
  }
  const receivedAt = answeredAt(entry);
  const endedAt = atMinute(became.at);
  // Numbers of the portal are digits, so these can never meet one.
  const serviceJobId = `opplaering-${item.answerTo ?? item.recordNumber}`;
  const sent = happened(
    begun,
    { kind: 'accepted', serviceJobId, at: sentAt },
    { at: sentAt, by: systemName },
  );
  const withdrawn =
    became.failure === 'cancelled'
      ? happened(sent, { kind: 'cancel-requested', at: endedAt }, { at: endedAt, by: orderedBy })
      : sent;
  const ended = happened(
    withdrawn,
    {
      kind: 'failed',
      failure: became.failure,
      at: endedAt,
      signers: signers.map((signer, position) => ({ id: signer.id, ...stateOf(job, position) })),
    },
    { at: receivedAt, by: systemName },
  );
  const answer: Answer = {
    id: await stableId(facts.digest, 'answer', name),
    jobId: id,
    outcome: 'failed',
    failure: became.failure,
    receivedAt,
    decidedAt: endedAt,
    signatures: [],
    confirmedAt: receivedAt,
    ...(!became.waits && { filedAs: await entryIdOf(item, facts, `${entry.key}-svar`) }),
  };
  return { ...planned(ended), purged: !became.waits, answer };
}

type Stage = { readonly job: SteppingJob; readonly log: readonly LogRow[] };

/** The job after the event, and what the log says of it. */
function happened({ job, log }: Stage, event: JobEvent, who: Pick<LogRow, 'at' | 'by'>): Stage {
  const step = applyToJob(job, event);
  if (!step.ok) throw new Error(`training job ${job.id}: ${event.kind} cannot happen to ${job.state}`);
  const rows = step.value.log.map((logged) => ({
    ...logged,
    subject: 'job' as const,
    subjectId: job.id,
    ...who,
  }));
  return { job: step.value.job, log: [...log, ...rows] };
}

function stateOf({ at, became }: TrainingJob, position: number): Pick<Signer, 'state' | 'since'> {
  if (!('failure' in became)) return { state: 'waiting' };
  if (position < became.decidedBy) {
    const since = Date.parse(atMinute(at)) + (position + 1) * hoursBetweenSigners * 3_600_000;
    return { state: 'signed', since: toInstant(since) };
  }
  const state = position === became.decidedBy ? decided[became.failure] : leftOver(became.failure);
  return { state, since: atMinute(became.at) };
}
