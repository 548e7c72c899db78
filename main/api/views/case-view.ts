import type { Actor } from '../../../domain/access/actor.ts';
import { type Shown, showCase, type WithSight } from '../../../domain/access/shown.ts';
import { decideClosing, decideRegistering, decideReopening } from '../../../domain/acts/case-acts.ts';
import type { Instant } from '../../../domain/basics.ts';
import { dateOf } from '../../../domain/calendar.ts';
import type { CaseFile } from '../../../domain/case-file.ts';
import { toDecision } from '../../../domain/decision.ts';
import { disposalDate, inheritedDisposal } from '../../../domain/disposal.ts';
import type { CaseView } from '../../../preload/contract/cases.ts';
import type { ArchiveReader } from '../../ports/archive-store.ts';
import { screeningFlawsOf } from '../../usecases/access/screening-flaws.ts';

/** What decides what may be done is the case as it is; what stands in the view is the case as it is shown. */
export async function caseView(
  archive: ArchiveReader,
  file: CaseFile,
  user: Actor,
  now: Instant,
): Promise<CaseView> {
  const [classes, users, balance, entries] = await Promise.all([
    archive.classes(),
    archive.users(),
    archive.caseBalance(file.id),
    archive.entriesOf(file.id, { offset: 0, limit: 1 }),
  ]);
  const archiveClass = classes.find((candidate) => candidate.id === file.classId);
  const disposal = inheritedDisposal(classes, file.classId);
  const register = decideRegistering(file, user);
  return {
    ...caseFields(showCase(user, file)),
    screeningFlaws: await screeningFlawsOf(archive, file, now),
    ownerName: users.find((candidate) => candidate.id === file.caseOwner)?.name ?? '',
    classCode: archiveClass?.code ?? '',
    className: archiveClass?.title ?? '',
    entryCount: entries.total,
    changedAt: entries.rows[0]?.createdAt ?? file.createdAt,
    disposal: disposal && {
      ...disposal,
      date: disposalDate(disposal, file.closedAt && dateOf(file.closedAt)),
    },
    register: toDecision(register),
    change: toDecision(register),
    close: toDecision(decideClosing(file, balance, user, true)),
    reopen: toDecision(decideReopening(file, user)),
    waitingAnswers: balance.waitingAnswers,
    runningJobs: balance.runningJobs,
    unscreenedEntries: (await archive.unscreenedEntriesOf(file.id)).length,
  };
}

const caseFields = (file: Shown<WithSight<CaseFile>>) => ({
  id: file.id,
  caseNumber: file.caseNumber,
  title: file.title,
  publicTitle: file.publicTitle,
  status: file.status,
  caseDate: file.caseDate,
  ownerId: file.caseOwner,
  adminUnit: file.adminUnit,
  classId: file.classId,
  screened: file.screening !== undefined,
  screening: file.screening,
  withheld: file.withheld,
  createdAt: file.createdAt,
  createdBy: file.createdBy,
  closedAt: file.closedAt,
  closedBy: file.closedBy,
});
