import { describe, expect, test } from 'vitest';
import { decideStatus, type StatusFacts, stepsOpenTo } from '../../../domain/acts/entry-status.ts';
import { type EntryStatus, type EntryType, entryStatuses } from '../../../domain/code-lists.ts';
import { frozenFields } from '../../../domain/frozen-fields.ts';
import { actorIn } from '../../support/actor.ts';
import { unit } from '../../support/units.ts';

const user = (...roles: ('caseworker' | 'leader' | 'documentCentre' | 'reader')[]) => actorIn('X', roles);
const ready: StatusFacts = {
  guarded: { unit: unit('X'), owners: [] },
  caseNumber: '2026/1',
  caseOpen: true,
  hasParty: true,
  hasMainDocument: true,
  unfinishedDocuments: 0,
  archiveFormat: true,
  dispatchRunning: false,
  arrear: false,
};
const entry = (type: EntryType, status: EntryStatus) => ({ type, status, title: 'Brev', everFinal: false });
const outcome = (
  type: EntryType,
  from: EntryStatus,
  to: EntryStatus,
  change: Partial<StatusFacts> = {},
  who = user('caseworker', 'documentCentre', 'leader'),
) => {
  const decision = decideStatus(entry(type, from), to, { ...ready, ...change }, who);
  return decision.ok ? 'yes' : decision.refusal.code;
};

describe('an outgoing entry', () => {
  test.each<[EntryStatus, EntryStatus, Partial<StatusFacts>, string]>([
    ['R', 'F', {}, 'yes'],
    ['R', 'F', { hasParty: false }, 'recipient-missing'],
    ['R', 'F', { hasMainDocument: false }, 'main-document-missing'],
    ['R', 'F', { caseOpen: false }, 'case-closed'],
    ['F', 'R', {}, 'yes'],
    ['F', 'R', { dispatchRunning: true }, 'locked-by-dispatch'],
    ['F', 'G', {}, 'yes'],
    ['F', 'J', {}, 'must-be-dispatched'],
    ['E', 'J', {}, 'yes'],
    ['E', 'F', {}, 'step-unknown'],
    ['E', 'R', {}, 'step-unknown'],
    ['J', 'A', {}, 'yes'],
    ['J', 'A', { archiveFormat: false }, 'archive-format-missing'],
    ['J', 'U', {}, 'reason-missing'],
    ['J', 'U', { reason: 'Feilført' }, 'yes'],
    ['A', 'U', { reason: 'Feilført' }, 'step-unknown'],
  ])('%s → %s with %o: %s', (from, to, change, expected) => {
    expect(outcome('U', from, to, change)).toBe(expected);
  });

  test('only the dispatch makes it E, whoever asks', () => {
    for (const from of Object.keys(entryStatuses) as EntryStatus[])
      expect(outcome('U', from, 'E')).toBe('step-unknown');
  });

  test('a caseworker does not journal, a reader does nothing', () => {
    expect(outcome('U', 'E', 'J', {}, user('caseworker'))).toBe('not-allowed');
    expect(outcome('U', 'R', 'F', {}, user('reader'))).toBe('not-allowed');
    expect(stepsOpenTo(entry('U', 'R'), user('reader'))).toEqual([]);
    expect(stepsOpenTo(entry('U', 'R'), user('caseworker'))).toEqual(['F']);
  });
});

describe('an incoming entry', () => {
  test.each<[EntryStatus, EntryStatus, Partial<StatusFacts>, string]>([
    ['M', 'J', {}, 'yes'],
    ['M', 'J', { hasParty: false }, 'sender-missing'],
    ['J', 'A', { arrear: true }, 'arrear-open'],
    ['J', 'A', {}, 'yes'],
    ['M', 'F', {}, 'step-unknown'],
  ])('%s → %s with %o: %s', (from, to, change, expected) => {
    expect(outcome('I', from, to, change)).toBe(expected);
  });
});

describe('frozen fields', () => {
  const open = { caseOpen: true, dispatchRunning: false };
  test('a dispatched entry keeps title, parties, documents and caseworker', () => {
    expect(frozenFields(entry('U', 'E'), open)).toEqual(
      expect.arrayContaining([
        'title',
        'parties',
        'documents',
        'caseworker',
        'sentAt',
        'documentDate',
        'type',
      ]),
    );
  });
  test('a reserved entry is free', () => {
    expect(frozenFields(entry('U', 'R'), open)).not.toEqual(expect.arrayContaining(['title', 'documents']));
  });
  test('a journalled incoming entry keeps when it was received; an archived one also its parties', () => {
    expect(frozenFields(entry('I', 'J'), open)).toContain('receivedAt');
    expect(frozenFields(entry('I', 'J'), open)).not.toContain('parties');
    expect(frozenFields(entry('I', 'A'), open)).toContain('parties');
  });
  test('a running dispatch and a closed case freeze everything', () => {
    expect(frozenFields(entry('U', 'F'), { caseOpen: true, dispatchRunning: true })).toContain('screening');
    expect(frozenFields(entry('U', 'R'), { caseOpen: false, dispatchRunning: false })).toContain('title');
  });
});
