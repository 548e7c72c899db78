import type { CalendarDate } from '../basics.ts';
import type { Role } from '../roles.ts';
import { type AdminUnit, topOf } from './admin-unit.ts';
import { isInForce, type UserRights } from './rights.ts';

/** Roles that somebody must have at the top of the tree, or what belongs to the archive as a whole is nobody's. */
export const rolesAtTop = ['systemOwner', 'documentCentre'] as const satisfies readonly Role[];
export type RoleAtTop = (typeof rolesAtTop)[number];

/** Those of them that nobody has there today. */
export function rolesMissingAtTop(
  rights: readonly UserRights[],
  units: readonly Pick<AdminUnit, 'id' | 'parentId'>[],
  today: CalendarDate,
): readonly RoleAtTop[] {
  const top = topOf(units)?.id;
  const held = rights
    .flatMap(({ roles }) => roles)
    .filter((role) => role.unit === top && isInForce(role, today));
  return rolesAtTop.filter((role) => !held.some((one) => one.role === role));
}
