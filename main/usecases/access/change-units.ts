import type { Actor } from '../../../domain/access/actor.ts';
import { type AdminUnit, decideUnit, type UnitRefusal } from '../../../domain/access/admin-unit.ts';
import { type ArchiveRefusal, may, theArchive } from '../../../domain/access/may.ts';
import { type CalendarDate, ok, type Result, refuse, type UnitId } from '../../../domain/basics.ts';
import { dateOf } from '../../../domain/calendar.ts';
import { tidyTitle } from '../../../domain/title.ts';
import type { AccessReader, AccessWriter } from '../../ports/archive/access.ts';
import type { LogWriter } from '../../ports/archive/change-log.ts';
import type { ArchivePart } from '../../ports/archive-store.ts';
import type { Needs } from '../needs.ts';
import { logAccessItem } from './log-access-item.ts';

type Changing = Pick<Needs, 'clock' | 'ids'> & {
  readonly archive: ArchivePart<AccessReader, AccessWriter & LogWriter>;
};
export type UnitPlace = { readonly name: string; readonly parentId: UnitId };
type Refusal = UnitRefusal | ArchiveRefusal | 'unit-closed' | 'dates-reversed';

export const addUnit =
  ({ archive, clock, ids }: Changing) =>
  async (by: Actor, { name, parentId }: UnitPlace): Promise<Result<UnitId, Refusal>> => {
    const today = dateOf(clock.now());
    const unit = { id: ids.newId<'unit'>(), name: tidyTitle(name), parentId, openedOn: today };
    const put = await putUnit({ archive, clock })(by, unit.id, () => unit);
    return put.ok ? ok(unit.id) : put;
  };

/** A new name, or a new place in the tree. The top keeps its place. */
export const changeUnit =
  ({ archive, clock }: Omit<Changing, 'ids'>) =>
  (by: Actor, id: UnitId, { name, parentId }: UnitPlace): Promise<Result<undefined, Refusal>> =>
    putUnit({ archive, clock })(
      by,
      id,
      (before) =>
        before && {
          ...before,
          name: tidyTitle(name),
          ...(before.parentId !== undefined && { parentId }),
        },
    );

/** `lastDay` may lie ahead; without one the unit is opened again. What it has stays where it is. */
export const closeUnit =
  ({ archive, clock }: Omit<Changing, 'ids'>) =>
  (by: Actor, id: UnitId, lastDay: CalendarDate | undefined): Promise<Result<undefined, Refusal>> =>
    putUnit({ archive, clock })(by, id, (before) => {
      if (!before) return undefined;
      const { closedOn: _, ...open } = before;
      return lastDay === undefined ? open : { ...open, closedOn: lastDay };
    });

const putUnit =
  ({ archive, clock }: Omit<Changing, 'ids'>) =>
  (
    by: Actor,
    id: UnitId,
    change: (before: AdminUnit | undefined) => AdminUnit | undefined,
  ): Promise<Result<undefined, Refusal>> =>
    archive.change(async (tx) => {
      const allowed = may(by, 'manage-access', theArchive);
      if (!allowed.ok) return allowed;
      const units = await tx.units();
      const before = units.find((unit) => unit.id === id);
      const after = change(before);
      if (!after) return refuse('not-found');
      const today = dateOf(clock.now());
      const decision = decideUnit(units, after, today);
      if (!decision.ok) return decision;
      const parent = units.find((unit) => unit.id === after.parentId);
      if (parent?.closedOn !== undefined && before?.parentId !== parent.id)
        return refuse('unit-closed', { unit: parent.name });
      if (after.closedOn !== undefined && after.closedOn < after.openedOn)
        return refuse('dates-reversed', { from: after.openedOn, to: after.closedOn });
      await tx.putUnit(after);
      const nameOf = (unit: UnitId | undefined) => units.find((one) => one.id === unit)?.name;
      await logAccessItem(
        tx,
        { list: 'unit', id, name: before?.name ?? after.name, isNew: before === undefined },
        {
          name: [before?.name, after.name],
          parent: [nameOf(before?.parentId), nameOf(after.parentId)],
          until: [before?.closedOn, after.closedOn],
        },
        { at: clock.now(), by: by.name },
      );
      return ok(undefined);
    });
