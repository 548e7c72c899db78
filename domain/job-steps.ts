import { type Instant, ok, type Result, refuse } from './basics.ts';
import type { LogEvent } from './change-log.ts';
import { type JobEvent, type JobEventKind, jobTransitions } from './job-transitions.ts';
import { asked, plannedLogged, settled } from './plan-steps.ts';
import { type FailureReason, hasEnded, type Signer, type SigningJob } from './signing-job.ts';
import { openPlan, outcomeOfPlan, type PlannedSuccessor } from './succession.ts';

/** What an event changes on a job. A field given as `undefined` is emptied; one that is left out stays. */
export type JobUpdate = Partial<
  Omit<
    SigningJob,
    'id' | 'entryId' | 'signers' | 'reference' | 'merged' | 'plan' | 'succeeds' | 'succeededBy'
  >
>;

/** As much of a job as its steps need; what it had merged is no part of that. */
export type SteppingJob = Omit<SigningJob, 'merged'>;

export type JobStep<Job extends SteppingJob = SigningJob> = {
  /** The job as it is after. */
  readonly job: Job;
  readonly change: JobUpdate;
  /** Those whose state changed, as they are after. */
  readonly signers: readonly Signer[];
  /** The plan of its successor as it is after, where it was made, asked for, followed or dropped. */
  readonly plan?: PlannedSuccessor;
  readonly log: readonly LogEvent[];
};

export type JobRefusal =
  | 'not-uncertain'
  | 'not-doubtful'
  | 'not-cancellable'
  | 'not-failed'
  | 'already-ended'
  | 'job-moved-on';

/**
 * The only way a signing job or a signer gets another state: what the event makes of the job and what the log says of
 * it, or why the event cannot happen to a job in that state.
 */
export function applyToJob<Job extends SteppingJob>(
  job: Job,
  event: JobEvent,
): Result<JobStep<Job>, JobRefusal> {
  const state = jobTransitions[job.state][event.kind];
  if (state === undefined) return refuse(refusalOf(job, event.kind));
  const { change, signers = [], plan, log } = effectOf(job, event);
  const all: JobUpdate = { ...change, ...(state !== job.state && { state }) };
  const after = {
    ...job,
    ...all,
    ...(plan && { plan }),
    signers: job.signers.map((one) => signers.find(({ id }) => id === one.id) ?? one),
  };
  return ok({ job: after, change: all, signers, plan, log: [...signersLogged(job, signers), ...log] });
}

/** Whether an event of this kind can happen to the job now, and else why not. */
export const canHappen = (
  job: Pick<SigningJob, 'state'>,
  kind: JobEventKind,
): Result<undefined, JobRefusal> =>
  jobTransitions[job.state][kind] === undefined ? refuse(refusalOf(job, kind)) : ok(undefined);

/** Why a job in this state cannot take the event, in the words of who wanted it. */
function refusalOf(job: Pick<SigningJob, 'state'>, kind: JobEventKind): JobRefusal {
  if (kind === 'declared-unsent') return 'not-uncertain';
  if (['kept-waiting', 'taken-completed', 'taken-failed', 'declared-lost'].includes(kind))
    return 'not-doubtful';
  if (kind === 'hurried') return 'already-ended';
  const wanted: readonly JobEventKind[] = [
    'withdrawn',
    'cancel-requested',
    'cancel-too-late',
    'succession-planned',
    'succession-dropped',
  ];
  if (kind === 'followed-up' || kind === 'follow-up-undone') return 'not-failed';
  if (!wanted.includes(kind)) return 'job-moved-on';
  return hasEnded(job) ? 'already-ended' : 'not-cancellable';
}

type Effect = {
  readonly change: JobUpdate;
  readonly signers?: readonly Signer[];
  readonly plan?: PlannedSuccessor;
  readonly log: readonly LogEvent[];
};

function effectOf(job: SteppingJob, event: JobEvent): Effect {
  switch (event.kind) {
    case 'sending-began':
      return {
        change: { arrival: 'unknown', attempts: job.attempts + 1, nextAttemptAt: undefined },
        log: [],
      };
    case 'postponed':
      return { change: { arrival: 'never', nextAttemptAt: event.until, lastFault: event.fault }, log: [] };
    case 'left-uncertain':
      return {
        change: { lastFault: event.fault },
        log: [{ code: 'job-uncertain', facts: { why: event.why } }],
      };
    case 'accepted':
    case 'found': {
      const { serviceJobId, cancellationUrl, at } = event;
      return {
        change: {
          arrival: 'known',
          sentAt: at,
          endedAt: undefined,
          nextAttemptAt: undefined,
          lastFault: undefined,
          // What was thought to have come to nothing is out after all.
          followedUp: undefined,
          serviceJobId,
          cancellationUrl,
        },
        log: [{ code: event.kind === 'accepted' ? 'job-sent' : 'job-found', facts: { serviceJobId } }],
      };
    }
    case 'refused':
      return {
        change: {
          arrival: 'never',
          endedAt: event.fault.at,
          nextAttemptAt: undefined,
          lastFault: event.fault,
        },
        log: [{ code: 'job-refused', facts: { fault: event.fault.code } }],
      };
    case 'declared-unsent':
      return { change: { endedAt: event.at }, log: [{ code: 'job-declared-unsent', facts: {} }] };
    case 'hurried':
      return { change: { nextAttemptAt: undefined }, log: [] };
    case 'withdrawn':
      return {
        change: {
          endedAt: event.at,
          nextAttemptAt: undefined,
          lastFault: { code: 'withdrawn', detail: 'withdrawn before sending', at: event.at },
          ...because(event),
        },
        log: [{ code: 'job-withdrawn', facts: {} }, ...becauseLogged(event)],
      };
    case 'cancel-requested':
      return {
        change: { cancelRequestedAt: event.at, nextAttemptAt: undefined, ...because(event) },
        plan: asked(job, event.at),
        log: [{ code: 'job-cancel-requested', facts: {} }, ...becauseLogged(event)],
      };
    case 'cancel-too-late':
      return {
        change: openPlan(job) ? { nextAttemptAt: undefined } : {},
        plan: asked(job, event.at),
        // What came of the plan is told when its job has ended.
        log: openPlan(job) ? [] : [{ code: 'job-cancel-too-late', facts: {} }],
      };
    case 'cancel-postponed':
      return { change: { nextAttemptAt: event.until, lastFault: event.fault }, log: [] };
    case 'succession-planned': {
      const { plan } = event;
      return { change: {}, plan, log: [plannedLogged(job, plan)] };
    }
    case 'succession-dropped':
      return { change: { nextAttemptAt: undefined }, ...settled(job, event.why, event.at) };
    case 'told':
      return {
        change: { ...addressesOf(event), lastFault: undefined },
        signers: newsOf(job, event.signers),
        log:
          event.strangers === 0
            ? []
            : [{ code: 'signers-unknown', facts: { count: String(event.strangers) } }],
      };
    case 'receiving-failed':
      return { change: { lastFault: event.fault }, log: [] };
    case 'doubted':
      return {
        change: { ...addressesOf(event), lastFault: undefined, nextAttemptAt: event.until },
        signers: newsOf(job, event.signers),
        log: event.repeated ? [] : [{ code: 'answer-doubted', facts: { doubts: event.doubts } }],
      };
    case 'kept-waiting':
      return { change: { nextAttemptAt: undefined }, log: [{ code: 'answer-kept-waiting', facts: {} }] };
    case 'taken-completed':
    case 'taken-failed': {
      const { plan, log } = settled(job, 'doubted', event.at);
      return {
        change: decided(event.at, event.kind === 'taken-failed' ? event.failure : undefined),
        plan,
        log: [{ code: 'answer-filed-unverified', facts: {} }, ...log],
      };
    }
    case 'declared-lost': {
      const { plan, log } = settled(job, 'doubted', event.at);
      return {
        change: decided(event.at, 'other'),
        plan,
        log: [{ code: 'answer-declared-lost', facts: {} }, ...log],
      };
    }
    case 'completed':
      return ended(job, event, undefined);
    case 'failed':
      return ended(job, event, event.failure);
    case 'documents-deleted':
      return {
        change: { deleteDocumentsUrl: undefined, documentsDeletedAt: event.at },
        log: [{ code: 'documents-deleted', facts: {} }],
      };
    case 'documents-kept':
      return {
        change: { deleteDocumentsUrl: undefined },
        log: [{ code: 'documents-not-deleted', facts: { fault: event.fault } }],
      };
    case 'followed-up': {
      const { at, by, comment } = event;
      return {
        change: { followedUp: { at, by, comment } },
        log: [{ code: 'job-followed-up', facts: { comment } }],
      };
    }
    case 'follow-up-undone':
      return { change: { followedUp: undefined }, log: [{ code: 'job-follow-up-undone', facts: {} }] };
  }
}

type WithReason = { readonly reason?: string };
const because = ({ reason }: WithReason): JobUpdate => (reason === undefined ? {} : { cancelReason: reason });
const becauseLogged = ({ reason }: WithReason): readonly LogEvent[] =>
  reason === undefined ? [] : [{ code: 'job-cancel-reason', facts: { reason } }];

type Told = Extract<JobEvent, { readonly kind: 'told' | 'doubted' | 'completed' | 'failed' }>;

const ended = (
  job: SteppingJob,
  event: Extract<Told, { readonly at: Instant }>,
  failure?: FailureReason,
): Effect => {
  const { plan, log } = settled(job, outcomeOfPlan(failure), event.at);
  return {
    change: {
      ...addressesOf(event),
      cancellationUrl: undefined,
      failure,
      endedAt: event.at,
      nextAttemptAt: undefined,
      lastFault: undefined,
    },
    signers: newsOf(job, event.signers),
    plan,
    log: [
      failure ? { code: 'job-failed', facts: { failure } } : { code: 'job-completed', facts: {} },
      ...log,
    ],
  };
};

const decided = (at: Instant, failure: FailureReason | undefined): JobUpdate => ({
  cancellationUrl: undefined,
  failure,
  endedAt: at,
  nextAttemptAt: undefined,
  lastFault: undefined,
});

/** The service leaves the address for deleting out of its later messages; the one it gave stays good. */
const addressesOf = ({ cancellationUrl, deleteDocumentsUrl }: Told): JobUpdate => ({
  cancellationUrl,
  ...(deleteDocumentsUrl !== undefined && { deleteDocumentsUrl }),
});

/** Those of whom the snapshot tells something new. An older one may come again after a newer one was stored. */
const newsOf = (job: SteppingJob, told: Told['signers']): readonly Signer[] =>
  told.flatMap((news) => {
    const before = job.signers.find(({ id }) => id === news.id);
    if (!before || (before.state === news.state && before.serviceState === news.serviceState)) return [];
    if (before.since && news.since && news.since < before.since) return [];
    return [{ ...before, state: news.state, serviceState: news.serviceState, since: news.since }];
  });

const signersLogged = (job: SteppingJob, signers: readonly Signer[]): readonly LogEvent[] =>
  signers.map(({ id, name, state }) => ({
    code: 'signer-changed',
    facts: {
      signer: name,
      before: job.signers.find((one) => one.id === id)?.state ?? 'unknown',
      after: state,
    },
  }));
