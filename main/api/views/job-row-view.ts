import type { Actor } from '../../../domain/access/actor.ts';
import { showJob } from '../../../domain/access/show-job.ts';
import { guardedEntry } from '../../../domain/access/sight.ts';
import { decideSendingAgain } from '../../../domain/acts/decide-sending-again.ts';
import { decideCancelling, decideFollowingUp, decideReminding } from '../../../domain/acts/job-acts.ts';
import { decideMovingDeadline } from '../../../domain/acts/succession-acts.ts';
import type { CalendarDate } from '../../../domain/basics.ts';
import { toDecision } from '../../../domain/decision.ts';
import { currentTurn, daysLeft, latestEndOf } from '../../../domain/job-times.ts';
import { hasEnded, type SigningJob } from '../../../domain/signing-job.ts';
import { openPlan } from '../../../domain/succession.ts';
import type { JobRowView } from '../../../preload/contract/dispatch.ts';
import type { EntryRow } from '../../ports/archive/entries.ts';
import type { ArchiveReader } from '../../ports/archive-store.ts';
import type { SigningService } from '../../ports/signing-service.ts';
import { laterDispatch } from '../../usecases/dispatch/sent-again.ts';

type Around = {
  readonly archive: ArchiveReader;
  readonly signing: Pick<SigningService, 'remindsOnDemand'>;
  readonly today: CalendarDate;
};

/** A line of a list of jobs, as this person may see it. */
export async function jobRowView(
  { archive, signing, today }: Around,
  row: EntryRow,
  stored: SigningJob,
  user: Actor,
): Promise<JobRowView | undefined> {
  const caseFile = await archive.findCase(row.caseId);
  if (!caseFile) return undefined;
  const guarded = guardedEntry(row, caseFile);
  const isScreened = row.screening !== undefined || caseFile.screening !== undefined;
  const job = showJob(user, stored, {
    entry: row,
    caseFile,
    // What decides how much is hidden is read only where anything may be.
    parties: isScreened ? await archive.partiesOf(row.id) : [],
    documents: isScreened ? await archive.documentsOf(row.id) : [],
  });
  const turn = currentTurn(job);
  const again = hasEnded(stored) ? await laterDispatch(archive, row.id) : undefined;
  return {
    jobId: job.id,
    entryId: row.id,
    caseId: row.caseId,
    caseNumber: caseFile.caseNumber,
    recordNumber: row.recordNumber,
    title: job.title,
    screened: row.screening !== undefined,
    withheld: job.withheld,
    adminUnit: row.adminUnit,
    caseworkerName: row.caseworkerName,
    state: job.state,
    failure: job.failure,
    turn: turn && {
      since: turn.since,
      until: turn.until,
      daysLeft: daysLeft(turn.until, today),
      place: turn.place,
      of: turn.of,
      names: turn.signers.map(({ name }) => name),
    },
    signed: job.signers.filter(({ state }) => state === 'signed').length,
    signers: job.signers.length,
    latestEnd: latestEndOf(job),
    endedAt: job.endedAt,
    endedBy: job.state === 'failed' ? job.signers.filter(endedIt).map(({ name }) => name) : [],
    leaving: job.cancelRequestedAt !== undefined || openPlan(job) !== undefined,
    cancel: toDecision(decideCancelling(stored, user, guarded)),
    extend: toDecision(decideMovingDeadline(stored, user, guarded)),
    remind: toDecision(decideReminding(stored, signing.remindsOnDemand(), user, guarded)),
    sendAgain: toDecision(decideSendingAgain({ entry: row, caseFile }, stored, again?.entry, user)),
    followUp: toDecision(decideFollowingUp(stored, 'followed-up', user, guarded)),
  };
}

const endedIt = ({ state }: SigningJob['signers'][number]): boolean =>
  !['waiting', 'signed', 'notApplicable', 'cancelled', 'unknown'].includes(state);
