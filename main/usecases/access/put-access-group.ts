import type { Actor } from '../../../domain/access/actor.ts';
import { decideAccessGroup } from '../../../domain/access/decide-lists.ts';
import { type ArchiveRefusal, may, theArchive } from '../../../domain/access/may.ts';
import { type AccessGroupId, ok, type Result, refuse, type UserId } from '../../../domain/basics.ts';
import { tidyTitle } from '../../../domain/title.ts';
import type { AccessReader, AccessWriter } from '../../ports/archive/access.ts';
import type { LogWriter } from '../../ports/archive/change-log.ts';
import type { UserReader } from '../../ports/archive/users.ts';
import type { ArchivePart } from '../../ports/archive-store.ts';
import type { Needs } from '../needs.ts';
import { logAccessItem } from './log-access-item.ts';

type Changing = Pick<Needs, 'clock' | 'ids'> & {
  readonly archive: ArchivePart<AccessReader & UserReader, AccessWriter & LogWriter>;
};
type Input = {
  /** Absent for a new one. */
  readonly id?: AccessGroupId;
  readonly name: string;
  readonly members: readonly UserId[];
};

export const putAccessGroup =
  ({ archive, clock, ids }: Changing) =>
  (
    by: Actor,
    input: Input,
  ): Promise<Result<AccessGroupId, ArchiveRefusal | 'not-found' | 'name-missing' | 'group-twice'>> =>
    archive.change(async (tx) => {
      const allowed = may(by, 'manage-access', theArchive);
      if (!allowed.ok) return allowed;
      const lists = await tx.accessLists();
      const before = lists.groups.find((group) => group.id === input.id);
      if (input.id !== undefined && !before) return refuse('not-found');
      const group = {
        id: input.id ?? ids.newId<'access-group'>(),
        name: tidyTitle(input.name),
        members: [...new Set(input.members)],
      };
      const decision = decideAccessGroup(lists, group);
      if (!decision.ok) return decision;
      const users = await tx.users();
      const names = (members: readonly UserId[] = []) =>
        users.flatMap(({ id, name }) => (members.includes(id) ? [name] : [])).join(', ');
      if (!group.members.every((id) => users.some((user) => user.id === id))) return refuse('not-found');
      await tx.putAccessGroup(group);
      const who = { at: clock.now(), by: by.name };
      const item = { list: 'access-group', id: group.id, name: before?.name ?? group.name } as const;
      if (!before) await logAccessItem(tx, { ...item, isNew: true }, {}, who);
      await logAccessItem(
        tx,
        { ...item, isNew: false },
        {
          ...(before && { name: [before.name, group.name] }),
          members: [names(before?.members), names(group.members)],
        },
        who,
      );
      return ok(group.id);
    });
