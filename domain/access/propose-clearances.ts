import type { CalendarDate, UserId } from '../basics.ts';
import type { AccessCode } from './access-code.ts';
import { type AdminUnit, topOf } from './admin-unit.ts';
import { type DatedClearance, isInForce, type UserRights } from './rights.ts';

export type ProposedClearance = Pick<DatedClearance, 'accessCode' | 'unit'> & { readonly userId: UserId };

/**
 * Clearances that an archive usually has, for its owner to accept or leave: all codes at the top of the tree for the
 * document centre, and in their own unit for leaders. Clearances that somebody already has are left out.
 */
export function proposeClearances(
  rights: readonly UserRights[],
  units: readonly AdminUnit[],
  codes: readonly AccessCode[],
  today: CalendarDate,
): readonly ProposedClearance[] {
  const top = topOf(units);
  return rights.flatMap((one) => {
    const roles = one.roles.filter((role) => isInForce(role, today));
    const isCentre = roles.some(({ role }) => role === 'documentCentre');
    const led = roles.filter(({ role }) => role === 'leader').map(({ unit }) => unit);
    const where = isCentre && top ? [top.id] : [...new Set(led)];
    return where.flatMap((unit) =>
      codes
        .filter((code) => !one.clearances.some((has) => has.accessCode === code.id && has.unit === unit))
        .map((code) => ({ userId: one.userId, accessCode: code.id, unit })),
    );
  });
}
