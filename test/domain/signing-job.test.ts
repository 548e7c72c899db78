import { describe, expect, test } from 'vitest';
import type { CalendarDate, Instant, JobId, SignerId } from '../../domain/basics.ts';
import { failureReasonOf, fetchAlarm, fetchBefore, type SignerState } from '../../domain/signing-job.ts';

describe('why a job failed', () => {
  test.each<[SignerState[], string]>([
    [['signed', 'rejected', 'notApplicable'], 'rejected'],
    [['expired', 'notApplicable'], 'expired'],
    [['cancelled', 'signed'], 'cancelled'],
    [['reserved', 'notApplicable'], 'reserved'],
    [['contactInformationMissing'], 'contactMissing'],
    [['blocked'], 'blocked'],
    [['nameNotAvailable'], 'nameMissing'],
    [['unknown', 'waiting'], 'other'],
    [['expired', 'rejected'], 'rejected'],
  ])('%j is %s', (states, expected) => {
    expect(failureReasonOf(states.map((state) => ({ state })))).toBe(expected);
  });
});

const job = (since: Instant | undefined) => ({
  id: 'j' as JobId,
  signers: [
    { id: 'a' as SignerId, name: 'A', group: 0, state: 'waiting', since: '2026-01-01T10:00:00.000Z' },
    ...(since ? [{ id: 'b' as SignerId, name: 'B', group: 0, state: 'signed', since } as const] : []),
  ] as const,
});

test.each<[Instant, CalendarDate | undefined]>([
  ['2026-03-30T10:00:00.000Z', undefined],
  ['2026-03-31T10:00:00.000Z', '2026-04-10'],
  ['2026-04-20T10:00:00.000Z', '2026-04-10'],
])('a first signature of 1 March is warned about at %s until %s', (now, until) => {
  expect(fetchAlarm(job('2026-03-01T10:00:00.000Z'), now)).toBe(until);
});

test('before anybody has signed nothing can run out', () => {
  expect(fetchBefore(job(undefined))).toBeUndefined();
  expect(fetchAlarm(job(undefined), '2027-01-01T00:00:00.000Z')).toBeUndefined();
});
