import { expect, test } from 'vitest';
import { type Act, may, mayInUnit, maySomewhere, theArchive } from '../../../domain/access/may.ts';
import { type Guarded, isExpired } from '../../../domain/access/sight.ts';
import { toId } from '../../../domain/basics.ts';
import { type Role, roles } from '../../../domain/roles.ts';
import type { Screening } from '../../../domain/screening.ts';
import { actorIn } from '../../support/actor.ts';
import { unit } from '../../support/units.ts';

const screening: Screening = {
  accessCode: toId('KL'),
  legalBasis: 'Offl. § 13',
  hidesTitle: true,
  hidesParties: true,
  hidesDocuments: true,
};
const thing = (change: Partial<Guarded> = {}): Guarded => ({
  unit: unit('Helse'),
  owners: [toId('owner')],
  ...change,
});
const why = (actor: Parameters<typeof may>[0], act: Act, what: Guarded): string => {
  const answer = may(actor, act, what);
  return answer.ok ? 'yes' : answer.refusal.code;
};
const cleared = { clearances: [{ accessCode: toId<'access-code'>('KL'), units: [unit('Helse')] }] };

test.each<[Role, Act, string]>([
  ['caseworker', 'register', 'yes'],
  ['caseworker', 'approve', 'not-allowed'],
  ['leader', 'approve', 'yes'],
  ['reader', 'register', 'not-allowed'],
  ['documentCentre', 'close-case', 'yes'],
  ['systemOwner', 'register', 'not-allowed'],
])('a %s in the unit may %s: %s', (role, act, answer) => {
  expect(why(actorIn('Helse', [role]), act, thing())).toBe(answer);
});

test('no role reaches into another unit, but its owner may register and dispatch there and nothing more', () => {
  for (const role of roles)
    for (const act of ['register', 'dispatch', 'approve', 'journal', 'close-case'] as const)
      expect(['not-allowed', 'other-unit']).toContain(why(actorIn('Skole', [role]), act, thing()));
  const owner = actorIn('Skole', ['leader']);
  expect(why(owner, 'register', thing({ owners: [owner.id] }))).toBe('yes');
  expect(why(owner, 'dispatch', thing({ owners: [owner.id] }))).toBe('yes');
  expect(why(owner, 'approve', thing({ owners: [owner.id] }))).toBe('other-unit');
});

test('what is screened is seen by those cleared for its code in its unit, and changed by nobody else', () => {
  const screened = thing({ screening });
  const worker = actorIn('Helse', ['caseworker']);
  expect(why(worker, 'see', screened)).toBe('not-cleared');
  expect(why(worker, 'register', screened)).toBe('not-cleared');
  expect(why(actorIn('Helse', ['caseworker'], cleared), 'register', screened)).toBe('yes');
  expect(why(actorIn('Helse', ['reader'], cleared), 'see', screened)).toBe('yes');
  const elsewhere = { ...screened, unit: unit('Skole') };
  expect(why(actorIn('Helse', ['reader'], cleared), 'see', elsewhere)).toBe('not-cleared');
  const other = thing({ screening: { ...screening, accessCode: toId('P') } });
  expect(why(actorIn('Helse', ['reader'], cleared), 'see', other)).toBe('not-cleared');
});

test('a named group limits it further: its members see it only when they are cleared as well', () => {
  const accessGroup = toId<'access-group'>('barnevern');
  const grouped = thing({ screening: { ...screening, accessGroup } });
  expect(why(actorIn('Helse', ['caseworker'], cleared), 'see', grouped)).toBe('not-in-group');
  expect(why(actorIn('Helse', ['caseworker'], { groups: [accessGroup] }), 'see', grouped)).toBe(
    'not-cleared',
  );
  expect(why(actorIn('Helse', ['caseworker'], { ...cleared, groups: [accessGroup] }), 'see', grouped)).toBe(
    'yes',
  );
});

test('the owner sees it, and so does the deputy of the owner', () => {
  const owner = actorIn('Skole', ['caseworker']);
  const screened = thing({ screening, owners: [owner.id] });
  expect(why(owner, 'see', screened)).toBe('yes');
  expect(why(actorIn('Skole', ['caseworker'], { deputyOf: [owner.id] }), 'register', screened)).toBe('yes');
});

test('who has no role in any unit is told so', () => {
  expect(why(actorIn('Helse', []), 'register', thing())).toBe('no-unit');
});

test('a screening is over the day after its last, and hides until somebody takes it away', () => {
  const ended: Screening = { ...screening, endsOn: '2026-01-31' };
  expect(isExpired(ended, '2026-01-31')).toBe(false);
  expect(isExpired(ended, '2026-02-01')).toBe(true);
  expect(why(actorIn('Helse', ['caseworker']), 'see', thing({ screening: ended }))).toBe('not-cleared');
});

test('what belongs to the archive as a whole takes a role at the top, and says so to who has it below', () => {
  const over = (actor: Parameters<typeof may>[0]) => {
    const answer = may(actor, 'change-policy', theArchive);
    return answer.ok ? 'yes' : answer.refusal.code;
  };
  const grants = [{ role: 'documentCentre' as const, units: [unit('Helse')], atTop: true }];
  expect(over(actorIn('Helse', ['documentCentre'], { grants }))).toBe('yes');
  expect(over(actorIn('Helse', ['documentCentre']))).toBe('not-at-top');
  expect(over(actorIn('Helse', ['leader']))).toBe('not-allowed');
  expect(over(actorIn('Helse', []))).toBe('no-unit');
  // Another role at the top brings no ability of the one below.
  const mixed = [
    { role: 'reader' as const, units: [unit('Helse')], atTop: true },
    { role: 'documentCentre' as const, units: [unit('Helse')], atTop: false },
  ];
  expect(over(actorIn('Helse', [], { grants: mixed }))).toBe('not-at-top');
});

test('what is held to one’s units may be asked for wherever the role is held', () => {
  const centre = actorIn('Helse', ['documentCentre']);
  expect(maySomewhere(centre, 'journal').ok).toBe(true);
  expect(mayInUnit(centre, 'journal', unit('Helse')).ok).toBe(true);
  expect(mayInUnit(centre, 'journal', unit('Skole')).ok).toBe(false);
});
