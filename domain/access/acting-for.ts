import type { UserId } from '../basics.ts';
import type { Ability } from '../roles.ts';
import type { Actor } from './actor.ts';
import { grantsWith } from './may.ts';
import type { Guarded } from './sight.ts';

/** Whom a deputy does this for: the thing's owner, else whose role it takes; nobody where it is one's own right. */
function principalOf(actor: Actor, act: Ability, { unit, owners }: Guarded): UserId | undefined {
  if (owners.includes(actor.id)) return undefined;
  const owner = owners.find((id) => actor.access.deputyOf.includes(id));
  if (owner) return owner;
  const grants = grantsWith(actor, act).filter(({ units }) => units.includes(unit));
  return grants.some(({ of }) => of === undefined) ? undefined : grants[0]?.of;
}

/** As the log names who did it: `Kari Nordvik`, or `Kari Nordvik for Ola Berg` where she stood in for him. */
export function signedBy(actor: Actor, act: Ability, thing: Guarded): string {
  const principal = principalOf(actor, act, thing);
  const name = actor.principals?.find(({ id }) => id === principal)?.name;
  return name === undefined ? actor.name : `${actor.name} for ${name}`;
}
