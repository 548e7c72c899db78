import { type CalendarDate, ok, type Result, refuse, type UnitId } from '../basics.ts';

/**
 * Administrativ enhet, a node of the municipality's tree. A unit that is closed keeps what it has, and takes nothing
 * new; its name at any time is in the change log.
 */
export type AdminUnit = {
  readonly id: UnitId;
  readonly name: string;
  /** Absent for the top of the tree. */
  readonly parentId?: UnitId;
  readonly openedOn: CalendarDate;
  /** The last day it was in use. */
  readonly closedOn?: CalendarDate;
};

export const isUnitOpen = (unit: Pick<AdminUnit, 'closedOn'>, today: CalendarDate): boolean =>
  unit.closedOn === undefined || unit.closedOn >= today;

/** The unit that all others are below. */
export const topOf = <Unit extends Pick<AdminUnit, 'id' | 'parentId'>>(
  units: readonly Unit[],
): Unit | undefined => units.find((unit) => unit.parentId === undefined);

/** The unit and all below it. */
export function unitsUnder(
  units: readonly Pick<AdminUnit, 'id' | 'parentId'>[],
  top: UnitId,
): readonly UnitId[] {
  const found = new Set<UnitId>([top]);
  const visit = (parent: UnitId): void => {
    for (const unit of units) {
      // The lists refuse cycles, but a damaged archive could hold one, and the loop must end.
      if (unit.parentId !== parent || found.has(unit.id)) continue;
      found.add(unit.id);
      visit(unit.id);
    }
  };
  visit(top);
  return [...found];
}

export type UnitRefusal = 'name-missing' | 'unit-twice' | 'unit-in-itself' | 'unit-has-units' | 'not-found';

/** May the tree hold `after`, new or in the place of the unit that has its id? */
export function decideUnit(
  units: readonly AdminUnit[],
  after: AdminUnit,
  today: CalendarDate,
): Result<undefined, UnitRefusal> {
  if (after.name === '') return refuse('name-missing');
  const others = units.filter((unit) => unit.id !== after.id);
  const before = units.find((unit) => unit.id === after.id);
  if (others.some((unit) => isUnitOpen(unit, today) && unit.name.toLowerCase() === after.name.toLowerCase()))
    return refuse('unit-twice', { unit: after.name });
  const isTop = others.every((unit) => unit.parentId !== undefined);
  if (after.parentId === undefined) return isTop ? ok(undefined) : refuse('not-found');
  if (!others.some((unit) => unit.id === after.parentId)) {
    return after.parentId === after.id ? refuse('unit-in-itself', { unit: after.name }) : refuse('not-found');
  }
  if (before && unitsUnder(units, after.id).includes(after.parentId))
    return refuse('unit-in-itself', { unit: after.name });
  const { closedOn } = after;
  if (closedOn === undefined) return ok(undefined);
  const longer = others.filter(
    (unit) => unit.parentId === after.id && (unit.closedOn === undefined || unit.closedOn > closedOn),
  );
  return longer.length > 0
    ? refuse('unit-has-units', { unit: after.name, count: longer.length })
    : ok(undefined);
}
