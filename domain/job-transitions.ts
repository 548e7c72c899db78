import type { Instant } from './basics.ts';
import type { Uncertainty } from './change-log.ts';
import { codesOf, recordOf } from './codes.ts';
import type { FailureReason, Signer, SigningJob } from './signing-job.ts';
import type { DropReason, PlannedSuccessor } from './succession.ts';

type Fault = NonNullable<SigningJob['lastFault']>;
/** What the service tells of a job: all signers as they stand, matched with ours. */
type Snapshot = {
  readonly signers: readonly Pick<Signer, 'id' | 'state' | 'serviceState' | 'since'>[];
  readonly cancellationUrl?: string;
  readonly deleteDocumentsUrl?: string;
};
type Taken = { readonly serviceJobId: string; readonly cancellationUrl?: string; readonly at: Instant };

/** Everything that can happen to a signing job. */
export type JobEvent =
  /** It is handed to the service now: from here on it may have arrived. */
  | { readonly kind: 'sending-began' }
  /** The service certainly did not take it; `until` is when to try again. */
  | { readonly kind: 'postponed'; readonly until: Instant; readonly fault: Fault }
  | { readonly kind: 'left-uncertain'; readonly why: Uncertainty; readonly fault: Fault }
  | ({ readonly kind: 'accepted' } & Taken)
  /** A change told by the service shows that it has the job, though its acceptance never reached us. */
  | ({ readonly kind: 'found' } & Taken)
  /** The service, or our own check of the order, said no. */
  | { readonly kind: 'refused'; readonly fault: Fault }
  /** A person has seen at the service that it never came there. */
  | { readonly kind: 'declared-unsent'; readonly at: Instant }
  /** A person wants it tried at once. */
  | { readonly kind: 'hurried' }
  /** A person took it back before it was sent. */
  | { readonly kind: 'withdrawn'; readonly at: Instant; readonly reason?: string }
  /** `reason`: of the person who wants it; none where the house itself cancels it for what shall follow. */
  | { readonly kind: 'cancel-requested'; readonly at: Instant; readonly reason?: string }
  | { readonly kind: 'cancel-too-late'; readonly at: Instant }
  /** Another job shall follow this one, which is cancelled for it. */
  | { readonly kind: 'succession-planned'; readonly plan: PlannedSuccessor }
  | { readonly kind: 'succession-dropped'; readonly why: DropReason; readonly at: Instant }
  /** The service could not be asked to cancel; `until` is when to ask again. */
  | { readonly kind: 'cancel-postponed'; readonly until: Instant; readonly fault: Fault }
  /** Something changed and not everybody has signed. `strangers`: how many it names whom nobody asked. */
  | ({ readonly kind: 'told'; readonly strangers: number } & Snapshot)
  /** Its change could not be received; it comes again. */
  | { readonly kind: 'receiving-failed'; readonly fault: Fault }
  /**
   * The service says that it has ended, but what it gives cannot be the answer. `until`: when to fetch again; `repeated`:
   * the same came before.
   */
  | ({
      readonly kind: 'doubted';
      readonly doubts: readonly string[];
      readonly until: Instant;
      readonly repeated: boolean;
    } & Snapshot)
  /** The document centre wants it fetched again. */
  | { readonly kind: 'kept-waiting' }
  /** The document centre takes what came as the answer, unverified. */
  | { readonly kind: 'taken-completed'; readonly at: Instant }
  | { readonly kind: 'taken-failed'; readonly failure: FailureReason; readonly at: Instant }
  /** The document centre has given up getting the right answer. */
  | { readonly kind: 'declared-lost'; readonly at: Instant }
  | ({ readonly kind: 'completed'; readonly at: Instant } & Snapshot)
  | ({ readonly kind: 'failed'; readonly failure: FailureReason; readonly at: Instant } & Snapshot)
  | { readonly kind: 'documents-deleted'; readonly at: Instant }
  | { readonly kind: 'documents-kept'; readonly fault: string }
  /** Somebody has dealt with a job that came to nothing, or wants it on the list again. */
  | { readonly kind: 'followed-up'; readonly by: string; readonly at: Instant; readonly comment: string }
  | { readonly kind: 'follow-up-undone' };
export type JobEventKind = JobEvent['kind'];

export const jobEventKinds = [
  'sending-began',
  'postponed',
  'left-uncertain',
  'accepted',
  'found',
  'refused',
  'declared-unsent',
  'hurried',
  'withdrawn',
  'cancel-requested',
  'cancel-too-late',
  'succession-planned',
  'succession-dropped',
  'cancel-postponed',
  'told',
  'receiving-failed',
  'doubted',
  'kept-waiting',
  'taken-completed',
  'taken-failed',
  'declared-lost',
  'completed',
  'failed',
  'documents-deleted',
  'documents-kept',
  'followed-up',
  'follow-up-undone',
] as const satisfies readonly JobEventKind[];

/**
 * What a state of a job tells. `running`: it locks its entry and keeps its case open; an entry has at most one such job.
 * `unsent`: not yet known to be at the service. `at-service`: sent or perhaps sent, so its answer comes from where it was sent
 * to. `awaited`: the service may tell of it by polling. `ended`: nothing more is expected; one that may have arrived can
 * still come back to life. `achieved`: everybody has signed. `unclear`: whether it has arrived is not known. `amiss`: it
 * did not go as it should, and a person must look at it.
 */
export type JobTrait =
  | 'running'
  | 'unsent'
  | 'at-service'
  | 'awaited'
  | 'ended'
  | 'achieved'
  | 'unclear'
  | 'amiss';
type StateRow = { readonly is: readonly JobTrait[] } & { readonly [Kind in JobEventKind]?: string };

/**
 * Every state of a job: what it tells, and the state each event leads to from it. What is not here cannot happen
 * (docs/rules.md, 11).
 */
const stateRows = {
  queued: {
    is: ['running', 'unsent'],
    'sending-began': 'sending',
    refused: 'sendFailed',
    hurried: 'queued',
    withdrawn: 'sendFailed',
    found: 'inProgress',
    'receiving-failed': 'queued',
  },
  sending: {
    is: ['running', 'unsent', 'at-service'],
    postponed: 'queued',
    'left-uncertain': 'uncertain',
    accepted: 'inProgress',
    found: 'inProgress',
    refused: 'sendFailed',
    'receiving-failed': 'sending',
  },
  uncertain: {
    is: ['running', 'unsent', 'at-service', 'awaited', 'unclear'],
    found: 'inProgress',
    accepted: 'inProgress',
    postponed: 'queued',
    refused: 'sendFailed',
    'declared-unsent': 'sendFailed',
    'declared-lost': 'failed',
    'receiving-failed': 'uncertain',
  },
  inProgress: {
    is: ['running', 'at-service', 'awaited'],
    accepted: 'inProgress',
    told: 'inProgress',
    'cancel-requested': 'inProgress',
    'cancel-too-late': 'inProgress',
    'succession-planned': 'inProgress',
    'succession-dropped': 'inProgress',
    'cancel-postponed': 'inProgress',
    'receiving-failed': 'inProgress',
    doubted: 'doubtful',
    'declared-lost': 'failed',
    completed: 'completed',
    failed: 'failed',
  },
  doubtful: {
    is: ['running', 'at-service', 'awaited', 'amiss'],
    told: 'doubtful',
    'cancel-too-late': 'doubtful',
    'succession-dropped': 'doubtful',
    'receiving-failed': 'doubtful',
    doubted: 'doubtful',
    'kept-waiting': 'doubtful',
    'taken-completed': 'completed',
    'taken-failed': 'failed',
    'declared-lost': 'failed',
    completed: 'completed',
    failed: 'failed',
  },
  completed: {
    is: ['ended', 'achieved'],
    'cancel-too-late': 'completed',
    'documents-deleted': 'completed',
    'documents-kept': 'completed',
  },
  failed: {
    is: ['ended', 'amiss'],
    'cancel-requested': 'failed',
    'cancel-too-late': 'failed',
    'documents-deleted': 'failed',
    'documents-kept': 'failed',
    'followed-up': 'failed',
    'follow-up-undone': 'failed',
  },
  sendFailed: {
    is: ['ended', 'amiss'],
    accepted: 'inProgress',
    found: 'inProgress',
    'followed-up': 'sendFailed',
    'follow-up-undone': 'sendFailed',
  },
} as const satisfies Readonly<Record<string, StateRow>>;

type State = keyof typeof stateRows;

/** What each state tells. */
export const jobTraits = recordOf(codesOf(stateRows), (state): readonly JobTrait[] => stateRows[state].is);

/** The state each event leads to, by the state it happens in. */
export const jobTransitions = recordOf(
  codesOf(stateRows),
  (state): { readonly [Kind in JobEventKind]?: State } => {
    const { is: _, ...leading } = stateRows[state];
    return leading;
  },
);
