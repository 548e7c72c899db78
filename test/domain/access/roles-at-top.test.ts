import { expect, test } from 'vitest';
import type { DatedRole } from '../../../domain/access/rights.ts';
import { rolesMissingAtTop } from '../../../domain/access/roles-at-top.ts';
import { toId } from '../../../domain/basics.ts';
import { unit } from '../../support/units.ts';

const units = [{ id: unit('Kommunen') }, { id: unit('Helse'), parentId: unit('Kommunen') }];
const missing = (...roles: readonly DatedRole[]) =>
  rolesMissingAtTop([{ userId: toId('u'), roles, clearances: [], groups: [] }], units, '2026-11-20');
const owner: DatedRole = { role: 'systemOwner', unit: unit('Kommunen'), from: '2020-01-01' };
const centre: DatedRole = { role: 'documentCentre', unit: unit('Kommunen'), from: '2020-01-01' };

test.each<[string, readonly DatedRole[], readonly string[]]>([
  ['both are there', [owner, centre], []],
  ['a unit below is not the top', [owner, { ...centre, unit: unit('Helse') }], ['documentCentre']],
  ['a role whose time is over is none', [{ ...owner, to: '2026-11-19' }, centre], ['systemOwner']],
  ['a role that has not begun is none', [owner, { ...centre, from: '2026-11-21' }], ['documentCentre']],
  ['nobody has anything', [], ['systemOwner', 'documentCentre']],
])('%s', (_what, roles, expected) => {
  expect(missing(...roles)).toEqual(expected);
});
