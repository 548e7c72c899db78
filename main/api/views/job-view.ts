import type { Actor } from '../../../domain/access/actor.ts';
import { may } from '../../../domain/access/may.ts';
import {
  type JobSight,
  type JobSurroundings,
  showJob,
  showVerdict,
} from '../../../domain/access/show-job.ts';
import type { Shown } from '../../../domain/access/shown.ts';
import { type Guarded, guardedEntry } from '../../../domain/access/sight.ts';
import { decideFiling } from '../../../domain/acts/decide-filing.ts';
import {
  decideCancelling,
  decideDeclaringUnsent,
  decideFollowingUp,
  decideReminding,
  decideRetrying,
} from '../../../domain/acts/job-acts.ts';
import {
  decideMovingDeadline,
  decideReplacingOne,
  decideUndoingPlan,
} from '../../../domain/acts/succession-acts.ts';
import { canBeFiled } from '../../../domain/answer.ts';
import { type CalendarDate, type Instant, refuse } from '../../../domain/basics.ts';
import { dateOf, plusDays } from '../../../domain/calendar.ts';
import { toDecision } from '../../../domain/decision.ts';
import { latestDays } from '../../../domain/dispatch-order.ts';
import { currentTurn, latestEndOf } from '../../../domain/job-times.ts';
import { policyFor } from '../../../domain/limits.ts';
import { noticesAhead } from '../../../domain/service-notices.ts';
import { fetchBefore, type SigningJob } from '../../../domain/signing-job.ts';
import { isFollowed, type PlannedSuccessor } from '../../../domain/succession.ts';
import type { JobView } from '../../../preload/contract/views.ts';
import type { ArchiveReader } from '../../ports/archive-store.ts';
import type { SigningService } from '../../ports/signing-service.ts';
import { doubtfulView } from './doubtful-view.ts';

export async function jobView(
  archive: ArchiveReader,
  stored: SigningJob,
  around: JobSurroundings,
  user: Actor,
  {
    hasSignerPages,
    now,
    signing,
  }: {
    readonly hasSignerPages: boolean;
    readonly now: Instant;
    readonly signing: Pick<SigningService, 'remindsOnDemand' | 'noticePlan'>;
  },
): Promise<JobView> {
  const job = showJob(user, stored, around);
  const entry = guardedEntry(around.entry, around.caseFile);
  const limits = policyFor(await archive.policy(), around.documents[0]?.type);
  const sealed = await archive.sealedSigners(job.id);
  // The address holds the number, which is not for everybody who may read.
  const mayOpen =
    !job.withheld && hasSignerPages && job.serviceJobId !== undefined && may(user, 'dispatch', entry).ok;
  const signers = job.signers.map((signer) => ({
    ...signer,
    hasSignerPage: mayOpen && sealed.has(signer.id),
  }));
  const turn = currentTurn(job);
  return {
    id: job.id,
    entryId: job.entryId,
    serviceJobId: job.serviceJobId,
    state: job.state,
    failure: job.failure,
    title: job.title,
    message: job.message,
    deadlineDays: job.deadlineDays,
    orderedBy: job.orderedBy,
    orderedAt: job.orderedAt,
    sentAt: job.sentAt,
    endedAt: job.endedAt,
    latestEnd: latestEndOf(job),
    fetchBefore: job.state === 'inProgress' || job.state === 'doubtful' ? fetchBefore(job) : undefined,
    merged: {
      url: job.showsSent ? `/files/job/${job.id}` : undefined,
      bytes: job.merged.bytes,
      pages: job.merged.pages,
    },
    signers,
    lastFault: job.lastFault,
    cancelRequestedAt: job.cancelRequestedAt,
    cancelReason: job.cancelReason,
    followedUp: job.followedUp,
    followUp: toDecision(decideFollowingUp(job, 'followed-up', user, entry)),
    undoFollowUp: toDecision(decideFollowingUp(job, 'follow-up-undone', user, entry)),
    turn: turn && { since: turn.since, until: turn.until, place: turn.place, of: turn.of },
    plan: job.plan && planView(job, job.plan, user, entry, dateOf(now)),
    succeeds: job.succeeds,
    succeededBy: job.succeededBy,
    deadlineLimits: {
      min: limits.minDeadlineDays,
      max: limits.maxDeadlineDays,
      usual: limits.defaultDeadlineDays,
    },
    extend: toDecision(decideMovingDeadline(job, user, entry)),
    replace: toDecision(decideReplacingOne(job, user, entry)),
    remind: toDecision(decideReminding(job, signing.remindsOnDemand(), user, entry)),
    notices: noticesAhead(job, signing.noticePlan(job.deadlineDays), dateOf(now)),
    withheld: job.withheld,
    cancel: toDecision(decideCancelling(job, user, entry)),
    retry: toDecision(decideRetrying(job, user, entry)),
    declareUnsent: toDecision(decideDeclaringUnsent(job, user, entry)),
    doubtful: await doubtfulView(archive, job, user, entry, now),
    answer: await answerView(archive, job, user, entry),
  };
}

async function answerView(
  archive: ArchiveReader,
  job: Shown<JobSight>,
  user: Actor,
  entry: Guarded,
): Promise<JobView['answer']> {
  const answer = await archive.findAnswerOf(job.id);
  if (!answer) return undefined;
  const filed = answer.filedAs && (await archive.findEntry(answer.filedAs));
  const outgoing = await archive.findEntry(job.entryId);
  const caseFile = outgoing && (await archive.findCase(outgoing.caseId));
  return {
    id: answer.id,
    receivedAt: answer.receivedAt,
    filedAs: filed ? { entryId: filed.id, recordNumber: filed.recordNumber } : undefined,
    verified: answer.verified,
    verdict: answer.verdict && showVerdict(job, answer.verdict),
    kept: isFollowed(job),
    url: isFollowed(job) && job.showsReceived && answer.signedPdf ? `/files/kept/${job.id}` : undefined,
    file: toDecision(caseFile ? fileDecision(answer, job, entry, caseFile, user) : refuse('not-found')),
  };
}

/** That it is filed is told to everybody; who may file it, only while it is not. */
const fileDecision: typeof decideFiling = (answer, job, entry, target, actor) =>
  answer.filedAs ? canBeFiled(answer, job, target) : decideFiling(answer, job, entry, target, actor);

const planView = (
  job: Shown<JobSight>,
  plan: PlannedSuccessor,
  user: Actor,
  entry: Guarded,
  today: CalendarDate,
): JobView['plan'] => ({
  ...plan,
  latestEnd: plusDays(today, latestDays(job.signers, plan.deadlineDays)),
  undo: toDecision(decideUndoingPlan(job, user, entry)),
});
