import { describe, expect, test } from 'vitest';
import { answerKind, answerSenders, answerTitle } from '../../domain/answer.ts';
import type { SignerId } from '../../domain/basics.ts';
import { dateOf, plusDays } from '../../domain/calendar.ts';
import { latestDays, numberGroups } from '../../domain/dispatch-order.ts';
import { failureReason, type Signer, type SignerState } from '../../domain/signing-job.ts';

const signer = (name: string, state: SignerState, onBehalfOf?: string): Signer => ({
  id: name as SignerId,
  name,
  group: 0,
  state,
  onBehalfOf,
});

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
    expect(failureReason(states.map((state) => ({ state })))).toBe(expected);
  });
});

describe('the incoming entry', () => {
  test('its title says what came and of what', () => {
    expect(answerTitle('signed', ' Leie\nkontrakt ')).toBe('Signert: Leie kontrakt');
    expect(answerTitle('rejected', 'Leiekontrakt')).toBe('Avvist signering: Leiekontrakt');
    expect(answerTitle('expired', 'Leiekontrakt')).toBe('Utløpt signering: Leiekontrakt');
    expect(answerKind({ outcome: 'failed', failure: undefined })).toBe('other');
  });
  test('its senders are those who acted, else those who were asked', () => {
    expect(answerSenders([signer('Ola', 'signed'), signer('Eva', 'notApplicable')])).toEqual(['Ola']);
    expect(answerSenders([signer('Ola', 'expired'), signer('Eva', 'expired')])).toEqual(['Ola', 'Eva']);
    expect(answerSenders([signer('Ola', 'signed', 'Bygg AS')])).toEqual(['Bygg AS v/ Ola']);
  });
});

describe('the order', () => {
  const three = [{ group: 4 }, { group: 7 }, { group: 4 }];
  test('gaps between groups are closed, equal stay equal', () => {
    expect(numberGroups(three, 'groups')).toEqual([{ group: 0 }, { group: 1 }, { group: 0 }]);
    expect(numberGroups(three, 'all-at-once')).toEqual([{ group: 0 }, { group: 0 }, { group: 0 }]);
    expect(numberGroups(three, 'one-by-one')).toEqual([{ group: 0 }, { group: 1 }, { group: 2 }]);
  });
  test('each group has the whole deadline', () => {
    expect(latestDays(three, 7)).toBe(14);
    expect(latestDays([], 7)).toBe(7);
  });
});

describe('dates', () => {
  test('a late evening in UTC is the next day in Norway', () => {
    expect(dateOf('2026-06-30T22:30:00.000Z')).toBe('2026-07-01');
    expect(dateOf('2026-12-31T22:30:00.000Z')).toBe('2026-12-31');
  });
  test('days are counted over the end of winter time', () => {
    expect(plusDays('2026-03-20', 30)).toBe('2026-04-19');
  });
});
