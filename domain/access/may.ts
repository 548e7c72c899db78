import { ok, type Result, refuse } from '../basics.ts';
import { type Ability, rolesWith } from '../roles.ts';
import { type Actor, standsFor } from './actor.ts';
import { decideSight, type Guarded, type SightRefusal } from './sight.ts';

export const accessRefusals = [
  'not-allowed',
  'no-unit',
  'other-unit',
  'not-cleared',
  'not-in-group',
] as const satisfies readonly ('not-allowed' | 'no-unit' | 'other-unit' | SightRefusal)[];
export type AccessRefusal = (typeof accessRefusals)[number];

/**
 * What one may do to a case or an entry. `see`: read what a screening hides. All others are abilities of a role, held in
 * the unit of the thing, and ask that one may see it.
 */
export type Act = 'see' | Ability;

/** Abilities that owning a thing carries into another unit. */
const ownersActs: readonly Act[] = ['register', 'dispatch'];

/** May this person do this to that, and if not, why. The one place where it is decided. */
export function may(actor: Actor, act: Act, thing: Guarded): Result<undefined, AccessRefusal> {
  const sight = decideSight(actor, thing);
  if (act === 'see') return sight;
  const role = mayIn(actor, act, thing);
  return role.ok ? sight : role;
}

/** The same for what belongs to no unit: settings, users, lists, the archive as a whole. */
export function mayInArchive(actor: Actor, act: Ability): Result<undefined, 'not-allowed' | 'no-unit'> {
  if (actor.access.grants.length === 0) return refuse('no-unit');
  return grantsWith(actor, act).length > 0 ? ok(undefined) : refuse('not-allowed');
}

/** The grants of a role that has the ability; one who is a deputy has those of whom they stand for too. */
export const grantsWith = ({ access }: Pick<Actor, 'access'>, act: Ability) =>
  access.grants.filter(({ role }) => rolesWith(act).includes(role));

function mayIn(actor: Actor, act: Ability, { unit, owners }: Guarded): Result<undefined, AccessRefusal> {
  const anywhere = mayInArchive(actor, act);
  if (!anywhere.ok) return anywhere;
  if (ownersActs.includes(act) && owners.some((owner) => standsFor(actor, owner))) return ok(undefined);
  return grantsWith(actor, act).some((grant) => grant.units.includes(unit))
    ? ok(undefined)
    : refuse('other-unit');
}
