import type { AccessCodeId, AccessGroupId, UnitId } from '../basics.ts';
import type { Ability } from '../roles.ts';
import { type Actor, standsFor } from './actor.ts';
import { decideSight, type Guarded } from './sight.ts';

export const sightReasons = ['unscreened', 'owner', 'deputy', 'cleared'] as const;

/** Acts that are explained for each person, besides sight. */
export const explainedActs = [
  'register',
  'dispatch',
  'approve',
  'journal',
  'close-case',
] as const satisfies readonly Ability[];

/** Why a thing opens to somebody, or everything that is missing for it to open. */
export type SightExplanation =
  | { readonly sees: true; readonly why: (typeof sightReasons)[number] }
  | {
      readonly sees: false;
      readonly missingGroup?: AccessGroupId;
      readonly missingClearance?: { readonly accessCode: AccessCodeId; readonly unit: UnitId };
    };

export function explainSight(actor: Actor, thing: Guarded): SightExplanation {
  const { unit, owners, screening } = thing;
  if (decideSight(actor, thing).ok) {
    if (!screening) return { sees: true, why: 'unscreened' };
    if (owners.includes(actor.id)) return { sees: true, why: 'owner' };
    return { sees: true, why: owners.some((owner) => standsFor(actor, owner)) ? 'deputy' : 'cleared' };
  }
  const { accessCode, accessGroup } = screening ?? {};
  const isCleared = actor.access.clearances.some(
    (one) => one.accessCode === accessCode && one.units.includes(unit),
  );
  return {
    sees: false,
    ...(accessGroup !== undefined &&
      !actor.access.groups.includes(accessGroup) && { missingGroup: accessGroup }),
    ...(accessCode !== undefined && !isCleared && { missingClearance: { accessCode, unit } }),
  };
}
