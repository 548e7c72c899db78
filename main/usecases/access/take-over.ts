import { signedBy } from '../../../domain/access/acting-for.ts';
import type { Actor } from '../../../domain/access/actor.ts';
import { may, maySomewhere, unitsWith } from '../../../domain/access/may.ts';
import { type Guarded, guardedCase, guardedEntry } from '../../../domain/access/sight.ts';
import {
  type CalendarDate,
  type CaseId,
  type EntryId,
  type Instant,
  ok,
  type Result,
  refuse,
  type UnitId,
  type UserId,
} from '../../../domain/basics.ts';
import { dateOf } from '../../../domain/calendar.ts';
import type { User } from '../../../domain/roles.ts';
import type { AccessReader } from '../../ports/archive/access.ts';
import type { CaseReader, CaseWriter } from '../../ports/archive/cases.ts';
import type { LogWriter } from '../../ports/archive/change-log.ts';
import type { EntryReader, EntryWriter } from '../../ports/archive/entries.ts';
import type { HoldingsReader } from '../../ports/archive/holdings.ts';
import type { JobReader } from '../../ports/archive/jobs.ts';
import type { TakeOverWriter } from '../../ports/archive/take-overs.ts';
import type { UserReader } from '../../ports/archive/users.ts';
import type { ArchivePart } from '../../ports/archive-store.ts';
import { logDifferences } from '../audit-log.ts';
import { readEntry } from '../entries/open-for-change.ts';
import type { Needs } from '../needs.ts';

export type TakeOverReads = AccessReader & CaseReader & EntryReader & HoldingsReader & JobReader & UserReader;
export type TakeOverWrites = CaseWriter & EntryWriter & LogWriter;
type Touching = { readonly archive: ArchivePart<TakeOverReads, TakeOverWrites & TakeOverWriter> };

type Refusals = 'not-allowed' | 'no-unit' | 'not-found' | 'receiver-without-role';
export type TakenOver = {
  readonly cases: readonly CaseId[];
  readonly entries: readonly EntryId[];
  /** Those that stay where they were: in a unit that is not this person's, or where the receiver has no role. */
  readonly left: number;
};

/**
 * Overtakelse: gives the open cases and unfinished entries of one user to another, for a leader in their units and the
 * document centre in theirs. What is dispatched or journalled keeps its caseworker (docs/rules.md, 5); its case is the
 * new owner's, and with it the right to act.
 */
export const takeOver =
  ({ archive, clock, ids, publish }: Pick<Needs, 'clock' | 'ids' | 'publish'> & Touching) =>
  async (actor: Actor, from: UserId, to: UserId): Promise<Result<TakenOver, Refusals>> => {
    const allowed = maySomewhere(actor, 'distribute');
    if (!allowed.ok) return allowed;
    const at = clock.now();
    const outcome = await archive.change(async (tx): Promise<Result<TakenOver, Refusals>> => {
      const moved = await moveHoldings(tx, actor, from, to, at);
      if (!moved.ok) return moved;
      // What comes back later finds the way by it.
      await tx.addTakeOver({
        id: ids.newId(),
        from,
        to,
        on: dateOf(at),
        units: [...unitsWith(actor, 'distribute')],
        orderedAt: at,
        orderedBy: actor.id,
        state: 'done',
        endedAt: at,
      });
      return moved;
    });
    if (outcome.ok)
      publish({ kind: 'archive.changed', caseIds: outcome.value.cases, entryIds: outcome.value.entries });
    return outcome;
  };

/** Gives what `from` has open to `to`, as far as the actor may distribute it and the receiver has a role there. */
export async function moveHoldings(
  tx: TakeOverReads & TakeOverWrites,
  actor: Actor,
  from: UserId,
  to: UserId,
  at: Instant,
): Promise<Result<TakenOver, 'not-found' | 'receiver-without-role'>> {
  const receiver = await tx.findUser(to);
  if (!receiver || !(await tx.findUser(from)) || from === to) return refuse('not-found');
  const units = await unitsToRegisterIn(tx, receiver, dateOf(at));
  if (units.size === 0) return refuse('receiver-without-role', { user: receiver.name });
  const fits = (guarded: Guarded) => may(actor, 'distribute', guarded).ok && units.has(guarded.unit);
  const whoOf = (guarded: Guarded) => ({ at, by: signedBy(actor, 'distribute', guarded) });
  const held = await tx.holdingsOf(from);
  const cases = await moveCases(tx, held.cases, to, fits, whoOf);
  const entries = await moveEntries(tx, held.entries, to, fits, whoOf);
  const left = held.cases.length + held.entries.length - cases.length - entries.length;
  return ok({ cases, entries, left });
}

type Fits = (guarded: Guarded) => boolean;
type WhoOf = (guarded: Guarded) => { readonly at: Instant; readonly by: string };

async function moveCases(
  tx: TakeOverReads & TakeOverWrites,
  ids: readonly CaseId[],
  to: UserId,
  fits: Fits,
  whoOf: WhoOf,
): Promise<readonly CaseId[]> {
  const moved: CaseId[] = [];
  for (const id of ids) {
    const file = await tx.findCase(id);
    if (!file || !fits(guardedCase(file))) continue;
    await tx.changeCase(id, { caseOwner: to });
    await logDifferences(tx, 'case', id, { saksansvarlig: [file.caseOwner, to] }, whoOf(guardedCase(file)));
    moved.push(id);
  }
  return moved;
}

async function moveEntries(
  tx: TakeOverReads & TakeOverWrites,
  ids: readonly EntryId[],
  to: UserId,
  fits: Fits,
  whoOf: WhoOf,
): Promise<readonly EntryId[]> {
  const moved: EntryId[] = [];
  for (const id of ids) {
    const open = await readEntry(tx, id);
    if (!open || open.frozen.includes('caseworker')) continue;
    const { entry, caseFile } = open;
    const guarded = guardedEntry(entry, caseFile);
    if (!fits(guarded)) continue;
    await tx.changeEntry(id, { caseworker: to });
    await logDifferences(tx, 'entry', id, { saksbehandler: [entry.caseworker, to] }, whoOf(guarded));
    moved.push(id);
  }
  return moved;
}

export const unitsToRegisterIn = async (
  archive: AccessReader,
  user: Pick<User, 'id'>,
  day: CalendarDate,
): Promise<ReadonlySet<UnitId>> => unitsWith({ access: await archive.accessOf(user.id, day) }, 'register');
