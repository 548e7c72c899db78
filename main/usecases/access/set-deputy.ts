import type { Actor } from '../../../domain/access/actor.ts';
import {
  type DeputyshipRefusal,
  decideDeputyship,
  mayEndDeputyship,
} from '../../../domain/access/decide-deputyship.ts';
import type { Deputyship } from '../../../domain/access/rights.ts';
import { type DeputyshipId, ok, type Result, refuse, type UserId } from '../../../domain/basics.ts';
import { dateOf, plusDays } from '../../../domain/calendar.ts';
import type { User } from '../../../domain/roles.ts';
import type { AccessReader, AccessWriter } from '../../ports/archive/access.ts';
import type { LogWriter } from '../../ports/archive/change-log.ts';
import type { UserReader } from '../../ports/archive/users.ts';
import type { ArchivePart } from '../../ports/archive-store.ts';
import type { Needs } from '../needs.ts';

type Changing = Pick<Needs, 'clock' | 'ids'> & {
  readonly archive: ArchivePart<AccessReader & UserReader, AccessWriter & LogWriter>;
};

export const setDeputy =
  ({ archive, clock, ids }: Changing) =>
  (by: Actor, input: Omit<Deputyship, 'id'>): Promise<Result<DeputyshipId, DeputyshipRefusal>> =>
    archive.change(async (tx) => {
      const one = { ...input, id: ids.newId<'deputyship'>() };
      const users = await tx.users();
      const decision = decideDeputyship(by, one, users, await tx.deputyships(), dateOf(clock.now()));
      if (!decision.ok) return decision;
      await tx.putDeputyship(one);
      await tx.log({
        subject: 'user',
        subjectId: one.deputyOf,
        code: one.withClearances ? 'deputy-set-with-clearances' : 'deputy-set',
        facts: { ...namesOf(users, one), from: one.from, to: one.to },
        at: clock.now(),
        by: by.name,
      });
      return ok(one.id);
    });

/** It counts no more from now on; one that had begun before today stays on the list with yesterday as its last day. */
export const endDeputyship =
  ({ archive, clock }: Omit<Changing, 'ids'>) =>
  (by: Actor, id: DeputyshipId): Promise<Result<undefined, 'not-found' | 'not-allowed'>> =>
    archive.change(async (tx) => {
      const users = await tx.users();
      const one = (await tx.deputyships()).find((candidate) => candidate.id === id);
      const absent = users.find((user) => user.id === one?.deputyOf);
      if (!one || !absent) return refuse('not-found');
      if (!mayEndDeputyship(by, one, absent)) return refuse('not-allowed');
      const today = dateOf(clock.now());
      if (one.to < today) return ok(undefined);
      if (one.from < today) await tx.putDeputyship({ ...one, to: plusDays(today, -1) });
      else await tx.deleteDeputyship(id);
      await tx.log({
        subject: 'user',
        subjectId: one.deputyOf,
        code: 'deputy-ended',
        facts: namesOf(users, one),
        at: clock.now(),
        by: by.name,
      });
      return ok(undefined);
    });

const namesOf = (users: readonly User[], { deputy, deputyOf }: Pick<Deputyship, 'deputy' | 'deputyOf'>) => {
  const name = (id: UserId) => users.find((user) => user.id === id)?.name ?? id;
  return { deputy: name(deputy), deputyOf: name(deputyOf) };
};
