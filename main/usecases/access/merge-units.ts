import type { Actor } from '../../../domain/access/actor.ts';
import { unitsUnder } from '../../../domain/access/admin-unit.ts';
import { type ArchiveRefusal, may, theArchive } from '../../../domain/access/may.ts';
import type { UserRights } from '../../../domain/access/rights.ts';
import { ok, type Result, refuse, type UnitId } from '../../../domain/basics.ts';
import { dateOf, plusDays } from '../../../domain/calendar.ts';
import type { AccessReader, AccessWriter } from '../../ports/archive/access.ts';
import type { UserReader, UserWriter } from '../../ports/archive/users.ts';
import type { ArchivePart } from '../../ports/archive-store.ts';
import type { Needs } from '../needs.ts';
import { logAccessItem } from './log-access-item.ts';
import { type MovingBorne, moveBorne } from './move-borne.ts';

type Changing = Pick<Needs, 'clock' | 'publish'> & {
  readonly archive: ArchivePart<AccessReader & UserReader, AccessWriter & UserWriter & MovingBorne>;
};

/**
 * Two spellings of the same unit, as a migration found them, become one: all that `from` has goes to `into`, and `from`
 * is closed. Only while the review after a migration is due; later a unit is closed and keeps what it had.
 */
export const mergeUnits =
  ({ archive, clock, publish }: Changing) =>
  async (
    by: Actor,
    from: UnitId,
    into: UnitId,
  ): Promise<Result<undefined, ArchiveRefusal | 'not-found' | 'unit-in-itself' | 'review-done'>> => {
    const outcome = await archive.change(async (tx) => {
      const allowed = may(by, 'manage-access', theArchive);
      if (!allowed.ok) return allowed;
      if (!(await tx.accessReviewDue())) return refuse('review-done');
      const units = await tx.units();
      const old = units.find((unit) => unit.id === from);
      const kept = units.find((unit) => unit.id === into);
      if (!old || !kept || old.parentId === undefined) return refuse('not-found');
      if (unitsUnder(units, from).includes(into)) return refuse('unit-in-itself', { unit: old.name });
      const who = { at: clock.now(), by: by.name };
      for (const child of units.filter((unit) => unit.parentId === from))
        await tx.putUnit({ ...child, parentId: into });
      for (const user of await tx.users())
        if (user.adminUnit === from) await tx.changeUser({ ...user, adminUnit: into });
      for (const rights of await tx.rights()) await tx.setRights(moved(rights, from, into));
      const touched = await moveBorne(tx, { adminUnit: from }, () => ({ adminUnit: into }), who);
      await tx.putUnit({ ...old, closedOn: plusDays(dateOf(clock.now()), -1) });
      await logAccessItem(
        tx,
        { list: 'unit', id: from, name: old.name, isNew: false },
        { merged: [old.name, kept.name] },
        who,
      );
      return ok(touched);
    });
    if (!outcome.ok) return outcome;
    publish({ kind: 'archive.changed', ...outcome.value });
    return ok(undefined);
  };

/** Where somebody has the same in both, what is held in `into` stands. */
function moved({ userId, roles, clearances }: UserRights, from: UnitId, into: UnitId) {
  const move = <Right extends { readonly unit: UnitId }>(
    all: readonly Right[],
    same: (a: Right, b: Right) => boolean,
  ): readonly Right[] =>
    all
      .filter((one) => one.unit !== from || !all.some((other) => other.unit === into && same(one, other)))
      .map((one) => (one.unit === from ? { ...one, unit: into } : one));
  return {
    userId,
    roles: move(roles, (a, b) => a.role === b.role),
    clearances: move(clearances, (a, b) => a.accessCode === b.accessCode),
  };
}
