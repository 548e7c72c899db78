import type { CaseId, ClassId, UserId } from '../../../domain/basics.ts';
import type { ArchiveClass } from '../../ports/archive-store.ts';
import { changeCase } from '../../usecases/cases/change-case.ts';
import { closeCase } from '../../usecases/cases/close-case.ts';
import { type CaseInput, createCase } from '../../usecases/cases/create-case.ts';
import { reopenCase } from '../../usecases/cases/reopen-case.ts';
import type { Desk } from '../desk.ts';
import type { Checked, Handlers } from '../dispatcher.ts';
import { done, nothing, refusal, toReply } from '../reply.ts';
import { caseView } from '../views/case-view.ts';
import { caseRowView, entryRowView, logRowView } from '../views/rows.ts';

type CaseHandlers = Pick<Handlers, Extract<keyof Handlers, `cases.${string}`>>;

export const caseHandlers = (desk: Desk): CaseHandlers => ({
  'cases.search': async ({ text, statuses, mine, orderBy, offset, limit }) => {
    const caseOwner = mine ? (await desk.session.user()).id : undefined;
    const found = await desk.archive.read.searchCases({ text, statuses, caseOwner, orderBy, offset, limit });
    return done({ rows: found.rows.map(caseRowView), total: found.total });
  },
  'cases.open': async ({ caseId }) => {
    const file = await desk.archive.read.findCase(caseId as CaseId);
    return file
      ? done(await caseView(desk.archive.read, file, await desk.session.user()))
      : refusal('not-found');
  },
  'cases.entries': async ({ caseId, text, offset, limit }) => {
    const found = await desk.archive.read.entriesOf(caseId as CaseId, { text, offset, limit });
    return done({ rows: found.rows.map(entryRowView), total: found.total });
  },
  'cases.log': async ({ caseId, offset, limit }) => {
    const rows = await desk.archive.read.logOf({ caseId: caseId as CaseId }, { offset, limit });
    return done({ rows: rows.map(logRowView) });
  },
  'cases.classes': async () => done({ classes: inOrder(await desk.archive.read.classes()) }),
  'cases.create': async (input) =>
    toReply(await createCase(desk)(await desk.session.user(), toInput(input)), (caseId) => ({ caseId })),
  'cases.change': async (input) =>
    toReply(
      await changeCase(desk)(await desk.session.user(), input.caseId as CaseId, toInput(input)),
      nothing,
    ),
  'cases.close': async ({ caseId, withRunningJobs }) =>
    toReply(await closeCase(desk)(await desk.session.user(), caseId as CaseId, withRunningJobs), nothing),
  'cases.reopen': async ({ caseId, reason }) =>
    toReply(await reopenCase(desk)(await desk.session.user(), caseId as CaseId, reason), (value) => ({
      ...value,
    })),
});

/** The contract's ids are plain strings; what they name is checked when it is looked up. */
const toInput = (input: Checked<'cases.create'>): CaseInput => ({
  ...input,
  classId: input.classId as ClassId,
  ownerId: input.ownerId as UserId,
});

/** The tree as a list: each class before its sub-classes, ordered by code. */
function inOrder(classes: readonly ArchiveClass[]) {
  const below = (
    parentId: string | undefined,
    depth: number,
  ): { id: string; code: string; title: string; depth: number; selectable: boolean }[] =>
    classes
      .filter((candidate) => candidate.parentId === parentId)
      .sort((a, b) => a.code.localeCompare(b.code, 'nb', { numeric: true }))
      .flatMap((found) => [
        { id: found.id, code: found.code, title: found.title, depth, selectable: !found.hasChildren },
        ...below(found.id, depth + 1),
      ]);
  return below(undefined, 0);
}
