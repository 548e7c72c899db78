import { expect, test } from 'vitest';
import type { Access, Actor } from '../../../domain/access/actor.ts';
import { explainSight, type SightExplanation } from '../../../domain/access/explain-sight.ts';
import type { Guarded } from '../../../domain/access/sight.ts';
import { type AccessGroupId, toId } from '../../../domain/basics.ts';
import { unit } from '../../support/units.ts';

const vern: AccessGroupId = toId('vern');
const actor = (access: Partial<Access> = {}): Actor => ({
  id: toId('ola'),
  name: 'Ola',
  initials: 'O',
  adminUnit: unit('helse'),
  roles: ['caseworker'],
  access: { grants: [], clearances: [], groups: [], deputyOf: [], ...access },
});
const thing = (change: Partial<Guarded> = {}): Guarded => ({
  unit: unit('helse'),
  owners: [toId('kari')],
  screening: {
    accessCode: toId('KL'),
    legalBasis: 'Offl. § 13 jf. fvl. § 13',
    hidesTitle: true,
    hidesParties: true,
    hidesDocuments: true,
    accessGroup: vern,
  },
  ...change,
});
const cleared = [{ accessCode: toId<'access-code'>('KL'), units: [unit('helse')] }];
const missingClearance = { accessCode: toId<'access-code'>('KL'), unit: unit('helse') };

test.each<[string, Actor, Guarded, SightExplanation]>([
  ['unscreened', actor(), { unit: unit('helse'), owners: [] }, { sees: true, why: 'unscreened' }],
  ['the owner', actor(), thing({ owners: [toId('ola')] }), { sees: true, why: 'owner' }],
  ['the deputy', actor({ deputyOf: [toId('kari')] }), thing(), { sees: true, why: 'deputy' }],
  ['cleared', actor({ clearances: cleared, groups: [vern] }), thing(), { sees: true, why: 'cleared' }],
  ['out of the group', actor({ clearances: cleared }), thing(), { sees: false, missingGroup: vern }],
  ['not cleared', actor({ groups: [vern] }), thing(), { sees: false, missingClearance }],
  [
    'cleared in another unit',
    actor({ clearances: cleared, groups: [vern] }),
    thing({ unit: unit('skole') }),
    { sees: false, missingClearance: { ...missingClearance, unit: unit('skole') } },
  ],
  ['neither', actor(), thing(), { sees: false, missingGroup: vern, missingClearance }],
])('%s', (_why, who, what, expected) => {
  expect(explainSight(who, what)).toEqual(expected);
});
