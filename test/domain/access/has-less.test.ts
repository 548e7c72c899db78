import { expect, test } from 'vitest';
import type { Access } from '../../../domain/access/actor.ts';
import { hasLess } from '../../../domain/access/has-less.ts';
import { toId } from '../../../domain/basics.ts';

const [a, b] = [toId<'unit'>('a'), toId<'unit'>('b')];
const access = (part: Partial<Access>): Access => ({
  grants: [],
  clearances: [],
  groups: [],
  deputyOf: [],
  ...part,
});
const caseworkerIn = (...units: readonly (typeof a)[]) =>
  access({ grants: [{ role: 'caseworker', units, atTop: false }] });

test.each([
  ['a unit of a role', caseworkerIn(a, b), caseworkerIn(a)],
  ['a clearance', access({ clearances: [{ accessCode: toId('UO'), units: [a] }] }), access({})],
  ['a group', access({ groups: [toId('g')] }), access({})],
  ['a deputyship whose time is over', access({ deputyOf: [toId('u2')] }), access({})],
])('without %s one has less, and with it not', (_, more, fewer) => {
  expect(hasLess(more, fewer)).toBe(true);
  expect(hasLess(fewer, more)).toBe(false);
  expect(hasLess(more, more)).toBe(false);
});
