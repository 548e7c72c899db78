import { expect, test } from 'vitest';
import { toId } from '../../../domain/basics.ts';
import { addressOf, parseAddress } from '../../../renderer/routing/route.ts';
import { daysUntil } from '../../../renderer/screens/settings/days-until.ts';
import { parseNumber } from '../../../renderer/screens/settings/policy-typed.ts';

test('every route has an address that leads back to it', () => {
  const places = [
    { at: 'desk' },
    { at: 'basket', basket: 'undeliverable' },
    { at: 'cases' },
    { at: 'case', caseId: toId<'case'>('a/b c') },
    { at: 'entry', entryId: toId<'entry'>('0195-ab') },
    { at: 'settings' },
    { at: 'access' },
    { at: 'access', part: 'units' },
  ] as const;
  for (const route of places) expect(parseAddress(addressOf(route))).toEqual(route);
});

test.each(['#/kurv/ukjent', '#/tilgang/ukjent', '#/sak/', '#/post', '#/tull', '#/sak/a/b', '#/sak/%E0%A4%A'])(
  '%s leads nowhere, or to something the archive will refuse',
  (address) => {
    expect(['nowhere', 'case']).toContain(parseAddress(address).at);
  },
);

test('an empty address is the work desk', () => {
  expect(parseAddress('')).toEqual({ at: 'desk' });
  expect(parseAddress('#')).toEqual({ at: 'desk' });
});

test('days to an expiry are whole days from today', () => {
  expect(daysUntil('2027-01-02T12:00:00.000Z', '2026-11-20')).toBe(43);
  expect(daysUntil('2026-11-19T12:00:00.000Z', '2026-11-20')).toBeLessThanOrEqual(0);
});

test('a size is read with comma or point, a count only as a whole number', () => {
  expect(parseNumber('maxBytes', '3')).toBe(3_145_728);
  expect(parseNumber('maxBytes', '2,5')).toBe(2_621_440);
  expect(parseNumber('maxBytes', '2.5')).toBe(2_621_440);
  expect(parseNumber('maxBytes', 'tre')).toBeUndefined();
  expect(parseNumber('maxTitle', '80')).toBe(80);
  expect(parseNumber('maxTitle', '79,5')).toBeUndefined();
});
