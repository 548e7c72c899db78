import { type CalendarDate, ok, type Result, type UnitId } from '../basics.ts';
import type { Actor } from './actor.ts';
import type { AdminUnit } from './admin-unit.ts';
import { type ArchiveRefusal, may, maySomewhere, theArchive, unitsWith } from './may.ts';
import type { UserRights } from './rights.ts';
import { rolesMissingAtTop } from './roles-at-top.ts';

/** What a person may give and take, and in which units. */
export type MayGive = {
  readonly rolesIn: ReadonlySet<UnitId>;
  readonly clearancesIn: ReadonlySet<UnitId>;
  readonly groups: Result<undefined, ArchiveRefusal>;
  /** The role of system owner. */
  readonly ownership: Result<undefined, 'not-allowed' | 'no-unit'>;
  /** Nobody owns the archive as a whole, and this person owns a part of it. */
  readonly rescues: boolean;
};

/**
 * Roles are given by who manages users in the unit, clearances by who manages access there, groups by who does so at the
 * top, and the system owner's role by another system owner. In an archive that nobody owns at its top, whoever owns a part
 * of it gives anything, so that nobody is locked out.
 */
export function mayGive(
  by: Actor,
  rights: readonly UserRights[],
  units: readonly Pick<AdminUnit, 'id' | 'parentId'>[],
  today: CalendarDate,
): MayGive {
  const ownership = maySomewhere(by, 'give-ownership');
  const rescues = ownership.ok && rolesMissingAtTop(rights, units, today).includes('systemOwner');
  const all = new Set(units.map(({ id }) => id));
  return {
    rolesIn: rescues ? all : unitsWith(by, 'manage-users'),
    clearancesIn: rescues ? all : unitsWith(by, 'manage-access'),
    groups: rescues ? ok(undefined) : may(by, 'manage-access', theArchive),
    ownership,
    rescues,
  };
}
