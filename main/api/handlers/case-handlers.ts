import { type DefaultScreening, screeningOfClass } from '../../../domain/access/default-screening.ts';
import { showCase, showListed } from '../../../domain/access/shown.ts';
import { guardedCase } from '../../../domain/access/sight.ts';
import type { CalendarDate, ClassId } from '../../../domain/basics.ts';
import { dateOf } from '../../../domain/calendar.ts';
import type { OutputOf } from '../../../preload/contract/contract.ts';
import type { ArchiveClass } from '../../ports/archive/classes.ts';
import { noteLook } from '../../usecases/access/note-look.ts';
import { changeCase } from '../../usecases/cases/change-case.ts';
import { closeCase } from '../../usecases/cases/close-case.ts';
import { createCase } from '../../usecases/cases/create-case.ts';
import { reopenCase } from '../../usecases/cases/reopen-case.ts';
import type { Handlers } from '../dispatcher.ts';
import { done, noValue, refusal, toReply } from '../reply.ts';
import type { RequestContext } from '../request-context.ts';
import { showLog } from '../show-log.ts';
import { caseView } from '../views/case-view.ts';
import { logView } from '../views/log-view.ts';
import { caseRowView, entryRowView } from '../views/rows.ts';

type CaseHandlers = Pick<Handlers, Extract<keyof Handlers, `cases.${string}`>>;

export const caseHandlers = (context: RequestContext): CaseHandlers => ({
  'cases.search': async ({ text, statuses, mine, orderBy, offset, limit }) => {
    const user = await context.session.user();
    const found = await context.archive.read.searchCases(user, {
      text,
      statuses,
      caseOwner: mine ? user.id : undefined,
      orderBy,
      offset,
      limit,
    });
    return done({ rows: found.rows.map((row) => caseRowView(showCase(user, row))), total: found.total });
  },
  'cases.open': async ({ caseId }) => {
    const file = await context.archive.read.findCase(caseId);
    if (!file) return refusal('not-found');
    const user = await context.session.user();
    await noteLook(context)(user, { kind: 'case', subjectId: caseId, caseId }, guardedCase(file));
    return done(await caseView(context.archive.read, file, user, context.clock.now()));
  },
  'cases.entries': async ({ caseId, text, offset, limit }) => {
    const user = await context.session.user();
    const found = await context.archive.read.findEntriesOf(caseId, user, { text, offset, limit });
    return done({ rows: found.rows.map((row) => entryRowView(showListed(user, row))), total: found.total });
  },
  'cases.log': async ({ caseId, offset, limit }) => {
    const rows = await context.archive.read.logOf({ caseId: caseId }, { offset, limit });
    const shown = await showLog(context.archive.read, await context.session.user(), caseId, rows);
    return done({ rows: await logView(context.archive.read, shown) });
  },
  'cases.classes': async () => {
    const { read } = context.archive;
    const today = dateOf(context.clock.now());
    return done({ classes: inOrder(await read.classes(), await read.defaultScreenings(), today) });
  },
  'cases.create': async (input) =>
    toReply(await createCase(context)(await context.session.user(), input), (caseId) => ({
      caseId,
    })),
  'cases.change': async (input) =>
    toReply(await changeCase(context)(await context.session.user(), input.caseId, input), noValue),
  'cases.close': async ({ caseId, withRunningJobs }) =>
    toReply(await closeCase(context)(await context.session.user(), caseId, withRunningJobs), noValue),
  'cases.reopen': async ({ caseId, reason }) =>
    toReply(await reopenCase(context)(await context.session.user(), caseId, reason), (value) => ({
      ...value,
    })),
});

type ClassRow = OutputOf<'cases.classes'>['classes'][number];

/** The tree as a list: each class before its sub-classes, ordered by code. */
function inOrder(
  classes: readonly ArchiveClass[],
  defaults: readonly DefaultScreening[],
  today: CalendarDate,
): ClassRow[] {
  const below = (parentId: ClassId | undefined, depth: number): ClassRow[] =>
    classes
      .filter((candidate) => candidate.parentId === parentId)
      .sort((a, b) => a.code.localeCompare(b.code, 'nb', { numeric: true }))
      .flatMap((found) => [
        {
          id: found.id,
          code: found.code,
          title: found.title,
          depth,
          selectable: !found.hasChildren,
          screening: screeningOfClass(defaults, found.id, today),
        },
        ...below(found.id, depth + 1),
      ]);
  return below(undefined, 0);
}
