import { expect, test } from 'vitest';
import { accessPartsOf } from '../../../domain/access/access-parts.ts';
import type { Role } from '../../../domain/roles.ts';
import { actorIn } from '../../support/actor.ts';
import { unit } from '../../support/units.ts';

const below = (role: Role) => accessPartsOf(actorIn('Helse', [role]));
const atTop = (role: Role) =>
  accessPartsOf(actorIn('Helse', [role], { grants: [{ role, units: [unit('Helse')], atTop: true }] }));

test('what belongs to the archive as a whole is shown to those who have their role at the top', () => {
  expect(atTop('systemOwner')).toEqual(expect.arrayContaining(['users', 'defaults', 'review', 'log']));
  expect(below('systemOwner')).not.toContain('defaults');
  expect(below('systemOwner')).not.toContain('review');
});

test('what is held to one’s units is shown wherever the role is held, and a reader has no use for any of it', () => {
  expect(below('documentCentre')).toEqual(expect.arrayContaining(['users', 'take-over', 'bin', 'looking']));
  expect(below('leader')).toEqual(['deputies', 'take-over']);
  expect(below('caseworker')).toEqual(['deputies']);
  expect(atTop('reader')).toEqual([]);
});
