import type { Actor } from '../../../domain/access/actor.ts';
import {
  added,
  decideRights,
  type RightsRefusal,
  sameClearance,
  sameRole,
} from '../../../domain/access/decide-rights.ts';
import type { UserRights } from '../../../domain/access/rights.ts';
import { type AccessGroupId, ok, type Result, type UnitId } from '../../../domain/basics.ts';
import { dateOf } from '../../../domain/calendar.ts';
import { type LogEvent, shown } from '../../../domain/change-log.ts';
import type { AccessReader, AccessWriter } from '../../ports/archive/access.ts';
import type { LogWriter } from '../../ports/archive/change-log.ts';
import type { ArchivePart } from '../../ports/archive-store.ts';
import type { Needs } from '../needs.ts';

type Changing = Pick<Needs, 'clock'> & {
  readonly archive: ArchivePart<AccessReader, AccessWriter & LogWriter>;
};

/** Gives a user exactly these roles, clearances and groups; what is taken or given is logged one by one. */
export const setRights =
  ({ archive, clock }: Changing) =>
  (by: Actor, after: UserRights): Promise<Result<undefined, RightsRefusal>> =>
    archive.change(async (tx) => {
      const rights = await tx.rights();
      const units = await tx.units();
      const lists = await tx.accessLists();
      const decision = decideRights(by, after, { rights, units, codes: lists.codes }, dateOf(clock.now()));
      if (!decision.ok) return decision;
      const before = rights.find((one) => one.userId === after.userId) ?? after;
      await tx.setRights(after);
      for (const group of lists.groups) {
        const others = group.members.filter((member) => member !== after.userId);
        const isIn = after.groups.includes(group.id);
        if (isIn !== group.members.includes(after.userId))
          await tx.putAccessGroup({ ...group, members: isIn ? [...others, after.userId] : others });
      }
      const names = {
        unit: (id: UnitId) => units.find((unit) => unit.id === id)?.name ?? id,
        group: (id: AccessGroupId) => lists.groups.find((group) => group.id === id)?.name ?? id,
      };
      for (const event of changesOf(before, after, names, by.id === after.userId))
        await tx.log({ subject: 'user', subjectId: after.userId, ...event, at: clock.now(), by: by.name });
      return ok(undefined);
    });

type Names = {
  readonly unit: (id: UnitId) => string;
  readonly group: (id: AccessGroupId) => string;
};

/** What came and went; who clears themself is told of twice, so that it can be found. */
function changesOf(before: UserRights, after: UserRights, names: Names, isOwn: boolean): readonly LogEvent[] {
  const role = ({ role, unit, from, to }: UserRights['roles'][number]) => ({
    role,
    unit: names.unit(unit),
    from,
    to: shown(to),
  });
  const clearance = ({ accessCode, unit, from, to }: UserRights['clearances'][number]) => ({
    accessCode,
    unit: names.unit(unit),
    from,
    to: shown(to),
  });
  const same = (a: AccessGroupId, b: AccessGroupId) => a === b;
  const cleared = added(before.clearances, after.clearances, sameClearance);
  return [
    ...added(after.roles, before.roles, sameRole).map(
      (one): LogEvent => ({ code: 'role-taken', facts: role(one) }),
    ),
    ...added(before.roles, after.roles, sameRole).map(
      (one): LogEvent => ({ code: 'role-given', facts: role(one) }),
    ),
    ...added(after.clearances, before.clearances, sameClearance).map(
      (one): LogEvent => ({ code: 'clearance-taken', facts: clearance(one) }),
    ),
    ...cleared.map((one): LogEvent => ({ code: 'clearance-given', facts: clearance(one) })),
    ...(isOwn ? cleared : []).map(
      ({ accessCode, unit }): LogEvent => ({
        code: 'cleared-oneself',
        facts: { accessCode, unit: names.unit(unit) },
      }),
    ),
    ...added(after.groups, before.groups, same).map(
      (id): LogEvent => ({ code: 'group-left', facts: { group: names.group(id) } }),
    ),
    ...added(before.groups, after.groups, same).map(
      (id): LogEvent => ({ code: 'group-joined', facts: { group: names.group(id) } }),
    ),
  ];
}
