import { describe, expect, test } from 'vitest';
import type { Instant, SignerId } from '../../domain/basics.ts';
import { dateOf, plusSeconds, startOfDay } from '../../domain/calendar.ts';
import { currentTurn, daysLeft, latestEndOf } from '../../domain/job-times.ts';
import type { SignerState } from '../../domain/signing-job.ts';

const signer = (group: number, state: SignerState = 'waiting', since?: Instant) => ({
  id: `s${group}` as SignerId,
  name: `Signer ${group}`,
  group,
  state,
  since,
});
const job = (...signers: readonly ReturnType<typeof signer>[]) => ({
  state: 'inProgress' as const,
  deadlineDays: 14,
  orderedAt: '2026-11-01T09:00:00.000Z' as const,
  sentAt: '2026-11-02T09:00:00.000Z' as const,
  signers,
});

describe('whose turn it is', () => {
  test('is counted from when the job was sent for the first group', () => {
    const running = job(signer(0), signer(0), signer(3));
    expect(currentTurn(running)).toMatchObject({
      since: '2026-11-02T09:00:00.000Z',
      until: '2026-11-16',
      place: 1,
      of: 2,
    });
    expect(currentTurn(running)?.signers).toHaveLength(2);
    expect(latestEndOf(running)).toBe('2026-11-30');
  });

  test('goes to the next group when the last of the one before has signed, and the latest end comes nearer', () => {
    const running = job(
      signer(0, 'signed', '2026-11-03T09:00:00.000Z'),
      signer(0, 'signed', '2026-11-04T23:30:00.000Z'),
      signer(3),
    );
    // 23.30 in UTC is the day after in Norway.
    expect(currentTurn(running)).toMatchObject({
      since: '2026-11-04T23:30:00.000Z',
      until: '2026-11-19',
      place: 2,
    });
    expect(latestEndOf(running)).toBe('2026-11-19');
  });

  test('waits for the one of a group who has not signed', () => {
    const running = job(signer(0, 'signed', '2026-11-03T09:00:00.000Z'), signer(0), signer(3));
    expect(currentTurn(running)?.signers).toHaveLength(1);
    expect(currentTurn(running)).toMatchObject({ since: '2026-11-02T09:00:00.000Z', place: 1 });
  });

  test('is nobody’s once the job has ended', () => {
    expect(currentTurn({ ...job(signer(0, 'expired')), state: 'failed' })).toBeUndefined();
    expect(latestEndOf({ ...job(signer(0, 'expired')), state: 'failed' })).toBe('2026-11-16');
  });
});

test.each(['2026-01-15', '2026-07-15', '2026-03-29', '2026-03-30', '2026-10-25', '2026-10-26'] as const)(
  'the day %s begins at midnight in Norway',
  (date) => {
    expect(dateOf(startOfDay(date))).toBe(date);
    expect(dateOf(plusSeconds(startOfDay(date), -1)) < date).toBe(true);
  },
);

test('days are counted to a day and past it', () => {
  expect(daysLeft('2026-11-21', '2026-11-21')).toBe(0);
  expect(daysLeft('2026-12-01', '2026-11-21')).toBe(10);
  expect(daysLeft('2026-11-20', '2026-11-21')).toBe(-1);
});
