import { describe, expect, test } from 'vitest';
import { lostBetween, takesAway } from '../../../renderer/api/lost-rights.ts';

const session = (part: object) => ({
  user: { id: 'u1', name: 'Kari' },
  newCase: { may: true },
  rights: { grants: [], clearances: [], groups: [], deputyOf: [], ...part },
});

describe('between two answers to the same question', () => {
  test('a right is lost, and only in that direction', () => {
    const more = session({ groups: ['g'] });
    expect(lostBetween('session.open', more, session({}))).toEqual({ kind: 'rights' });
    expect(lostBetween('session.open', session({}), more)).toBeUndefined();
  });

  test('who may open no more cases has the form for one closed', () => {
    const why = { may: false, code: 'no-unit' };
    expect(lostBetween('session.open', session({}), { ...session({}), newCase: why })).toEqual({
      kind: 'act',
      why,
    });
  });

  test('another person at the seat outweighs what that one may do', () => {
    const other = { ...session({}), user: { id: 'u2', name: 'Ola' } };
    expect(lostBetween('session.open', session({}), other)).toEqual({ kind: 'person', name: 'Ola' });
  });

  test('a single party or document that has been screened is noticed, and a new one is not', () => {
    const entry = (...parties: readonly object[]) => ({ withheld: true, parties });
    const open = { id: 'p1', withheld: false };
    const screened = { id: 'p1', withheld: true };
    expect(lostBetween('entries.open', entry(open), entry(screened))).toEqual({ kind: 'sight' });
    expect(lostBetween('entries.open', entry(), entry(screened))).toBeUndefined();
    expect(lostBetween('entries.open', entry(screened), entry(open))).toBeUndefined();
  });

  test('an act that is refused for want of a right is lost; one refused for another reason only waits', () => {
    const entry = (change: object) => ({ withheld: false, change });
    const yes = { may: true };
    const no = (code: string) => ({ may: false, code });
    expect(lostBetween('entries.open', entry(yes), entry(no('other-unit')))).toEqual({
      kind: 'act',
      why: no('other-unit'),
    });
    expect(lostBetween('entries.open', entry(yes), entry(no('case-closed')))).toBeUndefined();
  });
});

test('a lost connection leaves what is shown, a refused right does not', () => {
  expect(takesAway({ code: 'connection-lost' })).toBe(false);
  expect(takesAway({ code: 'not-allowed' })).toBe(true);
});
