import type { Actor } from '../../../domain/access/actor.ts';
import type { Look } from '../../../domain/access/look.ts';
import { mayInUnit, maySomewhere, unitsWith } from '../../../domain/access/may.ts';
import { showEntry } from '../../../domain/access/shown.ts';
import { decideEmptying, decideRestoring } from '../../../domain/acts/decide-bin.ts';
import { goneAt } from '../../../domain/bin.ts';
import { toDecision } from '../../../domain/decision.ts';
import { readReason } from '../../../domain/reveal-reason.ts';
import type { BinnedEntryView, LookView, TakeOverView } from '../../../preload/contract/oversight.ts';
import type { BinnedEntry } from '../../ports/archive/bin.ts';
import type { ArchiveReader } from '../../ports/archive-store.ts';
import { listLooks } from '../../usecases/access/list-looks.ts';
import { mayWithdrawTakeOver, planTakeOver, withdrawTakeOver } from '../../usecases/access/plan-take-over.ts';
import { takeOver } from '../../usecases/access/take-over.ts';
import { emptyBin } from '../../usecases/entries/empty-bin.ts';
import { restoreEntry } from '../../usecases/entries/restore-entry.ts';
import type { Handlers } from '../dispatcher.ts';
import { done, noValue, toReply } from '../reply.ts';
import type { RequestContext } from '../request-context.ts';

type OversightHandlers = Pick<
  Handlers,
  Extract<keyof Handlers, `bin.${string}` | `looking.${string}` | `ownership.${string}`>
>;

export const oversightHandlers = (context: RequestContext): OversightHandlers => ({
  'bin.list': async () => {
    const actor = await context.session.user();
    const allowed = maySomewhere(actor, 'journal');
    if (!allowed.ok) return allowed;
    return done({ entries: await binView(context.archive.read, actor) });
  },
  'bin.restore': async ({ entryId }) =>
    toReply(await restoreEntry(context)(await context.session.user(), entryId), noValue),
  'bin.empty': async ({ entryId }) =>
    toReply(await emptyBin(context)(await context.session.user(), entryId), (gone) => ({ gone })),
  'looking.list': async (query) => {
    const found = await listLooks(context)(await context.session.user(), query);
    if (!found.ok) return found;
    const { rows, total } = found.value;
    return done({ total, rows: await Promise.all(rows.map((row) => lookView(context.archive.read, row))) });
  },
  'ownership.takeOver': async ({ fromId, toId }) =>
    toReply(await takeOver(context)(await context.session.user(), fromId, toId), (taken) => ({
      cases: taken.cases.length,
      entries: taken.entries.length,
      left: taken.left,
    })),
  'ownership.planned': async () => {
    const actor = await context.session.user();
    const allowed = maySomewhere(actor, 'distribute');
    if (!allowed.ok) return allowed;
    return done({ takeOvers: await takeOverViews(context.archive.read, actor) });
  },
  'ownership.planTakeOver': async ({ fromId, toId, on }) => {
    const planned = await planTakeOver(context)(await context.session.user(), fromId, toId, on);
    if (planned.ok) context.publish({ kind: 'archive.changed', caseIds: [], entryIds: [] });
    return toReply(planned, (takeOverId) => ({ takeOverId }));
  },
  'ownership.withdrawTakeOver': async ({ takeOverId }) => {
    const outcome = await withdrawTakeOver(context)(await context.session.user(), takeOverId);
    if (outcome.ok) context.publish({ kind: 'archive.changed', caseIds: [], entryIds: [] });
    return toReply(outcome, noValue);
  },
});

/** Over units where this person may distribute. */
async function takeOverViews(archive: ArchiveReader, actor: Actor): Promise<readonly TakeOverView[]> {
  const own = unitsWith(actor, 'distribute');
  const users = new Map((await archive.users()).map((user) => [user.id, user.name]));
  return (await archive.takeOvers())
    .filter(({ units, orderedBy }) => orderedBy === actor.id || units.some((unit) => own.has(unit)))
    .map((one) => ({
      id: one.id,
      fromName: users.get(one.from) ?? '',
      toName: users.get(one.to) ?? '',
      on: one.on,
      orderedByName: users.get(one.orderedBy) ?? '',
      state: one.state,
      withdraw: one.state === 'planned' && mayWithdrawTakeOver(actor, one),
    }));
}

async function binView(archive: ArchiveReader, actor: Actor): Promise<readonly BinnedEntryView[]> {
  const users = new Map((await archive.users()).map((user) => [user.id, user.name]));
  const views = (await archive.binned()).map(
    async ({ entry, binnedAt, binnedBy }: BinnedEntry): Promise<BinnedEntryView | undefined> => {
      const file = await archive.findCase(entry.caseId);
      // Where one does not keep the journal, the bin holds nothing for one.
      if (!file || !mayInUnit(actor, 'journal', entry.adminUnit).ok) return undefined;
      return {
        entryId: entry.id,
        caseId: file.id,
        caseNumber: file.caseNumber,
        recordNumber: entry.recordNumber,
        title: showEntry(actor, entry, file).title,
        caseworkerName: users.get(entry.caseworker) ?? '',
        binnedAt,
        binnedBy,
        goneAt: goneAt(binnedAt),
        restore: toDecision(decideRestoring(entry, file, actor)),
        empty: toDecision(decideEmptying(entry, file, actor)),
      };
    },
  );
  return (await Promise.all(views)).filter((view) => view !== undefined);
}

/** By numbers only: what is screened is not told of here either. */
async function lookView(archive: ArchiveReader, look: Look): Promise<LookView> {
  const file = await archive.findCase(look.caseId);
  const entry = look.entryId && (await archive.findEntry(look.entryId));
  return {
    at: look.at,
    userId: look.userId,
    userName: look.userName,
    kind: look.kind,
    caseId: look.caseId,
    caseNumber: file?.caseNumber ?? '',
    entryId: look.entryId,
    recordNumber: entry ? entry.recordNumber : undefined,
    reason: look.reason === undefined ? undefined : readReason(look.reason),
  };
}
