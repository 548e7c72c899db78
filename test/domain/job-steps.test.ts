import { describe, expect, test } from 'vitest';
import {
  type CaseId,
  type EntryId,
  type Instant,
  type JobId,
  type SignerId,
  toSha256,
} from '../../domain/basics.ts';
import { readLogEvent } from '../../domain/change-log.ts';
import { applyToJob, canHappen } from '../../domain/job-steps.ts';
import {
  type JobEvent,
  type JobEventKind,
  jobEventKinds,
  jobTransitions,
} from '../../domain/job-transitions.ts';
import {
  awaitedStates,
  endedStates,
  isRunning,
  type JobState,
  jobStates,
  mayHaveArrived,
  ordered,
  runningStates,
  type SigningJob,
} from '../../domain/signing-job.ts';

const at = '2026-11-20T10:00:00.000Z';
const fault = { code: 'ECONNREFUSED', detail: 'connect', at } as const;
const ola = { id: 'ola' as SignerId, name: 'Ola Dahl', group: 0, state: 'waiting' } as const;
const job = (state: JobState, change: Partial<SigningJob> = {}): SigningJob => ({
  ...ordered,
  id: 'job' as JobId,
  entryId: 'entry' as EntryId,
  caseId: 'case' as CaseId,
  reference: 'reference',
  title: 'Arbeidsavtale',
  message: '',
  deadlineDays: 30,
  merged: { sha256: toSha256('a'.repeat(64)), bytes: 1, pages: 1 },
  signers: [ola],
  orderedBy: 'Kari',
  orderedAt: at,
  ...change,
  state,
});
const signed = { signers: [{ id: ola.id, state: 'signed', serviceState: 'SIGNED', since: at }] } as const;
const events: { readonly [Kind in JobEventKind]: Extract<JobEvent, { kind: Kind }> } = {
  'sending-began': { kind: 'sending-began' },
  postponed: { kind: 'postponed', until: at, fault },
  'left-uncertain': { kind: 'left-uncertain', why: 'interrupted', fault },
  accepted: { kind: 'accepted', serviceJobId: '7', cancellationUrl: 'c', at },
  found: { kind: 'found', serviceJobId: '7', at },
  refused: { kind: 'refused', fault },
  'declared-unsent': { kind: 'declared-unsent', at },
  hurried: { kind: 'hurried' },
  withdrawn: { kind: 'withdrawn', at },
  'cancel-requested': { kind: 'cancel-requested', at },
  'cancel-too-late': { kind: 'cancel-too-late', at },
  'succession-planned': {
    kind: 'succession-planned',
    plan: { kind: 'extended', deadlineDays: 14, plannedBy: 'Odd', plannedAt: at },
  },
  'succession-dropped': { kind: 'succession-dropped', why: 'undone', at },
  'cancel-postponed': { kind: 'cancel-postponed', until: at, fault },
  told: { kind: 'told', strangers: 0, ...signed },
  doubted: { kind: 'doubted', doubts: ['unsigned'], until: at, repeated: false, ...signed },
  'kept-waiting': { kind: 'kept-waiting' },
  'taken-completed': { kind: 'taken-completed', at },
  'taken-failed': { kind: 'taken-failed', failure: 'rejected', at },
  'declared-lost': { kind: 'declared-lost', at },
  'receiving-failed': { kind: 'receiving-failed', fault },
  completed: { kind: 'completed', at, ...signed },
  failed: { kind: 'failed', failure: 'rejected', at, ...signed },
  'documents-deleted': { kind: 'documents-deleted', at },
  'documents-kept': { kind: 'documents-kept', fault: 'too-early' },
  'followed-up': { kind: 'followed-up', by: 'Odd', at, comment: 'Sendt på papir' },
  'follow-up-undone': { kind: 'follow-up-undone' },
};
const pairs = jobStates.flatMap((state) => jobEventKinds.map((kind) => [state, kind] as const));

describe('every state meets every event', () => {
  test.each(pairs)('%s × %s', (state, kind) => {
    const outcome = applyToJob(job(state), events[kind]);
    const to = jobTransitions[state][kind];
    expect(canHappen(job(state), kind).ok).toBe(to !== undefined);
    if (to === undefined) {
      expect(outcome).toMatchObject({ ok: false, refusal: { code: expect.any(String) } });
      return;
    }
    if (!outcome.ok) throw new Error(outcome.refusal.code);
    const { change, log, signers } = outcome.value;
    expect(outcome.value.job.state).toBe(to);
    expect(change.state).toBe(to === state ? undefined : to);
    // What another program reads of the log is an event of ours, whole.
    for (const event of log)
      expect(readLogEvent(event.code, JSON.parse(JSON.stringify(event.facts)))).toEqual(event);
    // A state that has changed is in the log, but for the tries to reach the service, which may be hundreds.
    const quiet = kind === 'sending-began' || kind === 'postponed';
    if (to !== state && !quiet) expect(log.length).toBeGreaterThan(signers.length);
  });
});

test('every running state can end, and no ended one runs again unless the service turns out to have it', () => {
  const reach = (from: JobState, seen = new Set<JobState>([from])): Set<JobState> => {
    for (const to of Object.values(jobTransitions[from])) if (!seen.has(to)) reach(to, seen.add(to));
    return seen;
  };
  for (const state of runningStates) expect(endedStates.some((ended) => reach(state).has(ended))).toBe(true);
  for (const state of endedStates) {
    const waking = Object.entries(jobTransitions[state]).filter(([, to]) => isRunning({ state: to }));
    for (const [kind] of waking)
      expect([state, ['found', 'accepted'].includes(kind)]).toEqual(['sendFailed', true]);
  }
  expect([...runningStates, ...endedStates].sort()).toEqual([...jobStates].sort());
  for (const state of awaitedStates) expect(isRunning({ state })).toBe(true);
});

describe('whether it may have arrived', () => {
  const run = (...kinds: readonly JobEventKind[]): SigningJob =>
    kinds.reduce((before, kind) => {
      const step = applyToJob(before, events[kind]);
      if (!step.ok) throw new Error(`${before.state} × ${kind}`);
      return step.value.job;
    }, job('queued'));

  test.each<[boolean, JobEventKind[]]>([
    [false, ['withdrawn']],
    [false, ['refused']],
    [false, ['sending-began', 'refused']],
    [false, ['sending-began', 'postponed', 'withdrawn']],
    [true, ['sending-began', 'left-uncertain', 'declared-unsent']],
    // A fault while receiving overwrites the last fault, and changes nothing about this.
    [true, ['sending-began', 'left-uncertain', 'receiving-failed', 'declared-unsent']],
  ])('%s after %j', (may, kinds) => {
    expect(mayHaveArrived(run(...kinds))).toBe(may);
  });

  test('is known once the service has it', () => {
    for (const kinds of [
      ['sending-began', 'accepted'],
      ['found'],
      ['sending-began', 'left-uncertain', 'found'],
    ])
      expect(run(...(kinds as JobEventKind[])).arrival).toBe('known');
  });
});

describe('a signer', () => {
  const inProgress = job('inProgress', {
    signers: [{ ...ola, state: 'signed', serviceState: 'SIGNED', since: at }],
  });
  const told = (state: 'waiting' | 'rejected', since: Instant) =>
    applyToJob(inProgress, {
      kind: 'told',
      strangers: 0,
      signers: [{ id: ola.id, state, serviceState: state, since }],
    });

  test('keeps what is newer when an older message comes again', () => {
    expect(told('waiting', '2026-11-20T09:00:00.000Z')).toMatchObject({ value: { signers: [], log: [] } });
  });
  test('takes what is newer, and the log names both', () => {
    expect(told('rejected', '2026-11-20T11:00:00.000Z')).toMatchObject({
      value: {
        job: { signers: [{ name: 'Ola Dahl', state: 'rejected' }] },
        log: [{ code: 'signer-changed', facts: { signer: 'Ola Dahl', before: 'signed', after: 'rejected' } }],
      },
    });
  });
  test('whom the job does not know is left alone', () => {
    const stranger = {
      id: 'stranger' as SignerId,
      state: 'signed',
      serviceState: 'SIGNED',
      since: at,
    } as const;
    expect(applyToJob(inProgress, { kind: 'told', strangers: 0, signers: [stranger] })).toMatchObject({
      value: { signers: [], job: { signers: inProgress.signers } },
    });
  });
});
