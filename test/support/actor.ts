import { randomUUID } from 'node:crypto';
import type { Access, Actor } from '../../domain/access/actor.ts';
import { toId } from '../../domain/basics.ts';
import type { Role } from '../../domain/roles.ts';
import { unit } from './units.ts';

/** Somebody with these roles in a unit, cleared for what `access` says and for nothing else. */
export const actorIn = (unitName: string, roles: readonly Role[], access: Partial<Access> = {}): Actor => ({
  id: toId(randomUUID()),
  name: `Prøve ${unitName}`,
  initials: 'P',
  adminUnit: unit(unitName),
  roles,
  access: {
    grants: roles.map((role) => ({ role, units: [unit(unitName)] })),
    clearances: [],
    groups: [],
    deputyOf: [],
    ...access,
  },
});
