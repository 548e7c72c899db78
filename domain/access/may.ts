import { ok, type Result, refuse, type UnitId } from '../basics.ts';
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
/** Why not over the archive as a whole. */
export type ArchiveRefusal = 'not-allowed' | 'no-unit' | 'not-at-top';

/**
 * What one may do to a case or an entry. `see`: read what a screening hides. All others are abilities of a role, held in
 * the unit of the thing, and ask that one may see it.
 */
export type Act = 'see' | Ability;

/**
 * What belongs to no unit but to all: policy, users, lists of access, service, vault, what a restored archive lacks. It
 * takes a role that is held at the top of the tree.
 */
export const theArchive = { kind: 'archive' } as const;

/** Abilities that owning a thing carries into another unit. */
const ownersActs: readonly Act[] = ['register', 'dispatch'];

/** May this person do this to that, and if not, why. The one place where it is decided. */
export function may(actor: Actor, act: Ability, thing: typeof theArchive): Result<undefined, ArchiveRefusal>;
export function may(actor: Actor, act: Act, thing: Guarded): Result<undefined, AccessRefusal>;
export function may(
  actor: Actor,
  act: Act,
  thing: Guarded | typeof theArchive,
): Result<undefined, AccessRefusal | ArchiveRefusal> {
  if (!('unit' in thing)) return act === 'see' ? ok(undefined) : mayAtTop(actor, act);
  const sight = decideSight(actor, thing);
  if (act === 'see') return sight;
  const role = mayIn(actor, act, thing);
  return role.ok ? sight : role;
}

/** Has this person the ability in any unit? For what is then held to the units of the role, one by one. */
export function maySomewhere(actor: Actor, act: Ability): Result<undefined, 'not-allowed' | 'no-unit'> {
  if (actor.access.grants.length === 0) return refuse('no-unit');
  return grantsWith(actor, act).length > 0 ? ok(undefined) : refuse('not-allowed');
}

/** The same for one unit, whatever is in it. */
export const mayInUnit = (actor: Actor, act: Ability, unit: UnitId): Result<undefined, AccessRefusal> =>
  mayIn(actor, act, { unit, owners: [] });

/** The units in which this person has any of the abilities. */
export const unitsWith = (actor: Pick<Actor, 'access'>, ...acts: readonly Ability[]): ReadonlySet<UnitId> =>
  new Set(acts.flatMap((act) => grantsWith(actor, act)).flatMap(({ units }) => units));

/** The grants of a role that has the ability; one who is a deputy has those of whom they stand for too. */
export const grantsWith = ({ access }: Pick<Actor, 'access'>, act: Ability) =>
  access.grants.filter(({ role }) => rolesWith(act).includes(role));

function mayAtTop(actor: Actor, act: Ability): Result<undefined, ArchiveRefusal> {
  const anywhere = maySomewhere(actor, act);
  if (!anywhere.ok) return anywhere;
  return grantsWith(actor, act).some(({ atTop }) => atTop) ? ok(undefined) : refuse('not-at-top');
}

function mayIn(
  actor: Actor,
  act: Ability,
  { unit, owners }: Pick<Guarded, 'unit' | 'owners'>,
): Result<undefined, AccessRefusal> {
  const anywhere = maySomewhere(actor, act);
  if (!anywhere.ok) return anywhere;
  if (ownersActs.includes(act) && owners.some((owner) => standsFor(actor, owner))) return ok(undefined);
  return grantsWith(actor, act).some((grant) => grant.units.includes(unit))
    ? ok(undefined)
    : refuse('other-unit');
}
