import { type Actor, actorWithAccess } from '../../../domain/access/actor.ts';
import { maySomewhere, unitsWith } from '../../../domain/access/may.ts';
import type { TakeOver } from '../../../domain/access/succession.ts';
import {
  type CalendarDate,
  type Instant,
  ok,
  type Result,
  refuse,
  type TakeOverId,
  type UserId,
} from '../../../domain/basics.ts';
import { dateOf } from '../../../domain/calendar.ts';
import type { LogEvent } from '../../../domain/change-log.ts';
import type { AccessReader } from '../../ports/archive/access.ts';
import type { LogWriter } from '../../ports/archive/change-log.ts';
import type { TakeOverReader, TakeOverWriter } from '../../ports/archive/take-overs.ts';
import type { UserReader } from '../../ports/archive/users.ts';
import type { ArchivePart } from '../../ports/archive-store.ts';
import { systemName } from '../audit-log.ts';
import type { Needs } from '../needs.ts';
import { moveHoldings, type TakeOverReads, type TakeOverWrites, unitsToRegisterIn } from './take-over.ts';

type Planning = Pick<Needs, 'clock' | 'ids'> & {
  readonly archive: ArchivePart<AccessReader & TakeOverReader & UserReader, TakeOverWriter & LogWriter>;
};
type Refusals = 'not-allowed' | 'no-unit' | 'not-found' | 'date-past' | 'receiver-without-role';

/** Overtakelse on a day that comes: until then it can be withdrawn. It covers what stands open on that day. */
export const planTakeOver =
  ({ archive, clock, ids }: Planning) =>
  (actor: Actor, from: UserId, to: UserId, on: CalendarDate): Promise<Result<TakeOverId, Refusals>> =>
    archive.change(async (tx): Promise<Result<TakeOverId, Refusals>> => {
      const allowed = maySomewhere(actor, 'distribute');
      if (!allowed.ok) return allowed;
      const at = clock.now();
      if (on <= dateOf(at)) return refuse('date-past', { to: on });
      const receiver = await tx.findUser(to);
      if (!receiver || !(await tx.findUser(from)) || from === to) return refuse('not-found');
      if ((await unitsToRegisterIn(tx, receiver, on)).size === 0)
        return refuse('receiver-without-role', { user: receiver.name });
      const one: TakeOver = {
        id: ids.newId(),
        from,
        to,
        on,
        units: [...unitsWith(actor, 'distribute')],
        orderedAt: at,
        orderedBy: actor.id,
        state: 'planned',
      };
      await tx.addTakeOver(one);
      await logTakeOver(tx, one, 'take-over-planned', at, actor.name);
      return ok(one.id);
    });

/** Those this person has a say in: over units where they may distribute. */
export const mayWithdrawTakeOver = (actor: Actor, { units, orderedBy }: TakeOver): boolean => {
  const own = unitsWith(actor, 'distribute');
  return orderedBy === actor.id || (units.length > 0 && units.every((unit) => own.has(unit)));
};

export const withdrawTakeOver =
  ({ archive, clock }: Omit<Planning, 'ids'>) =>
  (actor: Actor, id: TakeOverId): Promise<Result<undefined, 'not-allowed' | 'not-found'>> =>
    archive.change(async (tx) => {
      const one = (await tx.takeOvers()).find((candidate) => candidate.id === id);
      if (one?.state !== 'planned') return refuse('not-found');
      if (!mayWithdrawTakeOver(actor, one)) return refuse('not-allowed');
      const at = clock.now();
      await tx.endTakeOver(id, 'withdrawn', at);
      await logTakeOver(tx, one, 'take-over-withdrawn', at, actor.name);
      return ok(undefined);
    });

type Applying = Pick<Needs, 'clock' | 'publish'> & {
  readonly archive: ArchivePart<TakeOverReads & TakeOverReader, TakeOverWrites & TakeOverWriter>;
};

/**
 * Does what was planned for today and before, each in one transaction: a program that stops between two goes on with the
 * rest. It was decided when it was ordered, and is done with the rights that whoever ordered it had then.
 */
export const applyTakeOvers =
  ({ archive, clock, publish }: Applying) =>
  async (): Promise<void> => {
    const today = dateOf(clock.now());
    for (const { id, state, on } of (await archive.read.takeOvers()).toReversed()) {
      if (state !== 'planned' || on > today) continue;
      const moved = await archive.change(async (tx) => {
        const one = (await tx.takeOvers()).find((candidate) => candidate.id === id);
        const orderer = one && (await tx.findUser(one.orderedBy));
        // Withdrawn since it was read.
        if (!orderer || one.state !== 'planned') return undefined;
        const actor = actorWithAccess(orderer, await tx.accessOf(orderer.id, dateOf(one.orderedAt)));
        const at = clock.now();
        const done = await moveHoldings(tx, actor, one.from, one.to, at);
        await tx.endTakeOver(id, done.ok ? 'done' : 'failed', at);
        await logTakeOver(tx, one, done.ok ? 'take-over-done' : 'take-over-failed', at, systemName);
        return done.ok ? done.value : undefined;
      });
      if (moved) publish({ kind: 'archive.changed', caseIds: moved.cases, entryIds: moved.entries });
    }
  };

/** On the one it is taken from, by the names they have then. */
export async function logTakeOver(
  tx: LogWriter & UserReader,
  { from, to, on }: Pick<TakeOver, 'from' | 'to' | 'on'>,
  code: Extract<LogEvent['code'], `take-over-${string}`>,
  at: Instant,
  by: string,
): Promise<void> {
  const nameOf = async (id: UserId) => (await tx.findUser(id))?.name ?? id;
  const facts = { from: await nameOf(from), to: await nameOf(to), on };
  await tx.log({ subject: 'user', subjectId: from, code, facts, at, by });
}
