import type { Actor } from '../../../domain/access/actor.ts';
import { flawsOf } from '../../../domain/access/screening-review.ts';
import { type Shown, showCase, showEntry, type WithSight } from '../../../domain/access/shown.ts';
import { decideSettlingCase, decideSettlingEntry } from '../../../domain/acts/decide-settling.ts';
import type { Instant } from '../../../domain/basics.ts';
import { dateOf } from '../../../domain/calendar.ts';
import type { CaseFile } from '../../../domain/case-file.ts';
import { type Decision, toDecision } from '../../../domain/decision.ts';
import type { JournalEntry } from '../../../domain/journal-entry.ts';
import type { Screening, ScreeningFlaw } from '../../../domain/screening.ts';
import type { FlawedRow } from '../../../preload/contract/screenings.ts';
import type { FlawedScreening } from '../../ports/archive/screenings.ts';
import type { ArchiveReader } from '../../ports/archive-store.ts';
import { countFlawedScreenings, listFlawedScreenings } from '../../usecases/access/list-flawed-screenings.ts';
import { settleScreenings } from '../../usecases/access/settle-screenings.ts';
import { readEntry } from '../../usecases/entries/open-for-change.ts';
import type { Handlers } from '../dispatcher.ts';
import { done, toReply } from '../reply.ts';
import type { RequestContext } from '../request-context.ts';

type ScreeningHandlers = Pick<Handlers, Extract<keyof Handlers, `screenings.${string}`>>;

export const screeningHandlers = (context: RequestContext): ScreeningHandlers => ({
  'screenings.counts': async () =>
    toReply(await countFlawedScreenings(context)(await context.session.user()), (counts) => ({
      counts: [...counts].map(([flaw, count]) => ({ flaw, count })),
    })),
  'screenings.list': async ({ flaw, ...part }) => {
    const actor = await context.session.user();
    const found = await listFlawedScreenings(context)(actor, flaw, part);
    if (!found.ok) return found;
    const views = await rowViews(context.archive.read, actor, flaw, found.value.rows, context.clock.now());
    return done({ ...found.value, rows: views });
  },
  'screenings.settle': async ({ flaw, things, settlement }) =>
    toReply(
      await settleScreenings(context)(await context.session.user(), flaw, things, settlement),
      ({ left, ...counts }) => ({
        ...counts,
        left: left.map(({ number, refusal }) => ({ number, decision: { may: false as const, ...refusal } })),
      }),
    ),
});

async function rowViews(
  archive: ArchiveReader,
  actor: Actor,
  flaw: ScreeningFlaw,
  rows: readonly FlawedScreening[],
  now: Instant,
): Promise<readonly FlawedRow[]> {
  const lists = await archive.accessLists();
  const users = new Map((await archive.users()).map((user) => [user.id, user.name]));
  const views: FlawedRow[] = [];
  for (const { caseId, entryId, since } of rows) {
    const file = await archive.findCase(caseId);
    const open = entryId && (await readEntry(archive, entryId));
    const view =
      file && entryId === undefined
        ? caseRow(showCase(actor, file), toDecision(decideSettlingCase(file, actor)))
        : file && open
          ? entryRow(showEntry(actor, open.entry, file), toDecision(decideSettlingEntry(open, actor)))
          : undefined;
    // Settled between the list and the reading of it.
    if (!view?.screening) continue;
    const provisional = { screenedAt: since.at, now };
    const found = flawsOf(view.screening, lists, dateOf(now), provisional).find((one) => one.flaw === flaw);
    if (!found) continue;
    const { owner, screening, ...rest } = view;
    views.push({
      ...rest,
      screening,
      ownerName: users.get(owner) ?? '',
      screened: since,
      since: found.since,
    });
  }
  return views;
}

type Row = Omit<FlawedRow, 'screening' | 'screened' | 'since' | 'ownerName'> & {
  readonly screening: Screening | undefined;
  readonly owner: CaseFile['caseOwner'];
};

const caseRow = (file: Shown<WithSight<CaseFile>>, settle: Decision): Row => ({
  caseId: file.id,
  number: file.caseNumber,
  title: file.title,
  withheld: file.withheld,
  adminUnit: file.adminUnit,
  owner: file.caseOwner,
  screening: file.screening,
  settle,
});

const entryRow = (entry: Shown<WithSight<JournalEntry>>, settle: Decision): Row => ({
  caseId: entry.caseId,
  entryId: entry.id,
  number: entry.recordNumber,
  title: entry.title,
  withheld: entry.withheld,
  adminUnit: entry.adminUnit,
  owner: entry.caseworker,
  screening: entry.screening,
  settle,
});
