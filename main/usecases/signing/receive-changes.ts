import { type Instant, ok, type Result, refuse } from '../../../domain/basics.ts';
import { isDue } from '../../../domain/calendar.ts';
import { longestFetchWaitSeconds } from '../../../domain/doubtful-answer.ts';
import { canHappen } from '../../../domain/job-steps.ts';
import { openTitle } from '../../../domain/journal-entry.ts';
import type { SigningJob } from '../../../domain/signing-job.ts';
import type { EntryLinkReader } from '../../ports/archive/entry-links.ts';
import { JobAlreadyRunning } from '../../ports/archive/jobs.ts';
import type { PartyMismatchWriter } from '../../ports/archive/party-mismatches.ts';
import type { PollTimeReader, PollTimeWriter } from '../../ports/archive/poll-times.ts';
import type { ReceivedAnswerReader, ReceivedAnswerWriter } from '../../ports/archive/received-answers.ts';
import type { RestorationReader, RestorationWriter } from '../../ports/archive/restorations.ts';
import type { ArchivePart } from '../../ports/archive-store.ts';
import type { JobChange } from '../../ports/signing-service.ts';
import { systemName } from '../audit-log.ts';
import { changed } from '../changed-event.ts';
import { matchSigners } from '../dispatch/match-signers.ts';
import { recordAccepted } from '../dispatch/send-queued.ts';
import { laterDispatch } from '../dispatch/sent-again.ts';
import type { Needs } from '../needs.ts';
import { stepJob } from '../step-job.ts';
import { fileAnswer } from './file-answer.ts';
import type { FilingReads, FilingWrites } from './filing-archive.ts';
import { judgeAnswer } from './judge-answer.ts';
import { snapshot, storeAnswer, storeDoubtful } from './store-answer.ts';
import { takeInUnknownJob } from './take-in-unknown-job.ts';

type Touching = {
  readonly archive: ArchivePart<
    FilingReads & EntryLinkReader & PollTimeReader & ReceivedAnswerReader & RestorationReader,
    FilingWrites & PartyMismatchWriter & PollTimeWriter & ReceivedAnswerWriter & RestorationWriter
  >;
};

type Receiving = Pick<
  Needs,
  | 'pdf'
  | 'vault'
  | 'clock'
  | 'ids'
  | 'digest'
  | 'signing'
  | 'queue'
  | 'writeNote'
  | 'publish'
  | 'wakeOutbox'
  | 'log'
> &
  Touching;

/** The most changes taken in one round, so that a full queue does not hold up other work. */
const mostPerRound = 200;

/**
 * Empties our queue at the service: each change is stored and filed before it is confirmed, so a crash anywhere only
 * repeats. Asks nothing before the service's own next permitted time.
 */
export const receiveChanges =
  (needs: Receiving) => async (): Promise<{ readonly received: number; readonly nextAt?: Instant }> => {
    let received = 0;
    await fileStored(needs);
    let nextAt = await needs.archive.read.nextPollAt(needs.queue);
    while (received < mostPerRound && isDue(nextAt, needs.clock.now(), longestWaitSeconds)) {
      const poll = await needs.signing.poll();
      nextAt = poll.nextAt;
      // A time that has come already needs no remembering; one to wait for must outlive a restart.
      if (poll.nextAt > needs.clock.now())
        await needs.archive.change((tx) => tx.setNextPollAt(needs.queue, poll.nextAt));
      if (poll.kind !== 'change') break;
      received += 1;
      await receiveChange(needs, poll.change).catch((fault: unknown) => noteFault(needs, poll.change, fault));
    }
    return { received, nextAt };
  };

/** No service asks anyone to wait longer between two questions. */
const longestWaitSeconds = 3_600;

/** Answers that were stored, but not filed before the program ended or the disk was full. */
async function fileStored(needs: Receiving): Promise<void> {
  for (const { id } of await needs.archive.read.unfiledAnswers()) {
    await fileAnswer(needs)(id).catch((fault: unknown) => needs.log(`filing answer ${id}: ${String(fault)}`));
  }
}

const findJob = async ({ archive }: Touching, change: JobChange): Promise<SigningJob | undefined> =>
  (change.reference && (await archive.read.findJobByReference(change.reference))) ||
  (await archive.read.findJobByServiceId(change.serviceJobId));

async function receiveChange(needs: Receiving, change: JobChange): Promise<void> {
  const found = await findJob(needs, change);
  if (!found) {
    await takeInUnknownJob(needs, change);
    await needs.signing.confirm(change.confirmationUrl);
    return;
  }
  const job = await settleByReference(needs, found, change);
  const worthConfirming =
    change.status === 'inProgress'
      ? await takeNews(needs, job, change)
      : await takeAnswer(needs, job, change);
  if (!worthConfirming) return;
  await needs.signing.confirm(change.confirmationUrl);
  const answer = await needs.archive.read.findAnswerOf(job.id);
  if (answer && !answer.confirmedAt) {
    await needs.archive.change((tx) => tx.changeAnswer(answer.id, { confirmedAt: needs.clock.now() }));
  }
}

/** One that comes again after the last word has been said tells nothing new, and the step is refused. */
async function takeNews(needs: Receiving, job: SigningJob, change: JobChange): Promise<boolean> {
  const match = await matchSigners(needs, job, change.signers);
  const { strangers } = match;
  if (strangers > 0) needs.log(`change of job ${change.serviceJobId} names ${strangers} whom nobody asked`);
  await needs.archive.change((tx) =>
    stepJob(
      tx,
      job.id,
      { kind: 'told', strangers, ...snapshot(change, match) },
      { at: needs.clock.now(), by: systemName },
    ),
  );
  needs.publish(changed(job.caseId, job.entryId));
  return true;
}

/**
 * Fetches, judges, stores and files what an ended job left at the service. What cannot be the answer is kept and told
 * of, and is not worth confirming: while unconfirmed, the service may still give the right one.
 */
async function takeAnswer(needs: Receiving, job: SigningJob, change: JobChange): Promise<boolean> {
  const stored = await needs.archive.read.findAnswerOf(job.id);
  const now = needs.clock.now();
  if (!stored && job.state === 'doubtful' && !isDue(job.nextAttemptAt, now, longestFetchWaitSeconds))
    return false;
  let answerId = stored?.id;
  if (!answerId) {
    const match = await matchSigners(needs, job, change.signers);
    const judged = await judgeAnswer(needs, job, change, match);
    if (judged.doubts.length > 0) {
      await storeDoubtful(needs, job, change, match, judged);
      needs.log(`answer to job ${change.serviceJobId}: ${judged.doubts.join(', ')}: left unconfirmed`);
      await tellWaiting(needs, job, 'doubtful');
      return false;
    }
    answerId = await storeAnswer(needs, job, change, match, judged);
  }
  const filed = await fileAnswer(needs)(answerId);
  if (!filed.ok && filed.refusal.code === 'case-closed') await tellWaiting(needs, job, 'undeliverable');
  return true;
}

/** A change for a job whose creation we never got an answer to proves that it arrived. */
async function settleByReference(needs: Receiving, job: SigningJob, change: JobChange): Promise<SigningJob> {
  if (!canHappen(job, 'found').ok) return job;
  const settled = await needs.archive
    .change(async (tx): Promise<Result<undefined, 'dispatch-running'>> => {
      await recordAccepted(
        tx,
        job,
        'found',
        { serviceJobId: change.serviceJobId, cancellationUrl: change.cancellationUrl },
        needs.clock.now(),
      );
      return ok(undefined);
    })
    .catch((fault: unknown) => {
      if (fault instanceof JobAlreadyRunning) return refuse('dispatch-running');
      throw fault;
    });
  // Declared unsent and sent anew meanwhile: nobody shall be asked twice, so this one is withdrawn.
  const again = (await laterDispatch(needs.archive.read, job.entryId))?.newest;
  const twice =
    !settled.ok || (again !== undefined && again.state !== 'failed' && again.state !== 'sendFailed');
  if (twice && change.cancellationUrl) await needs.signing.cancel(change.cancellationUrl);
  return (await needs.archive.read.findJob(job.id)) ?? job;
}

async function tellWaiting(
  needs: Receiving,
  job: SigningJob,
  outcome: 'undeliverable' | 'doubtful',
): Promise<void> {
  const caseFile = await needs.archive.read.findCase(job.caseId);
  const entry = await needs.archive.read.findEntry(job.entryId);
  needs.publish({
    kind: 'answer.received',
    entryId: job.entryId,
    caseNumber: caseFile?.caseNumber ?? '',
    outcome,
    title: entry ? openTitle(entry) : '',
  });
  needs.publish(changed(job.caseId, job.entryId));
}

/** Writes the fault on the job. The change is not confirmed, so the service sends it again. */
async function noteFault(needs: Receiving, change: JobChange, fault: unknown): Promise<void> {
  needs.log(`receiving job ${change.serviceJobId}: ${String(fault)}`);
  const job = await findJob(needs, change);
  if (!job) return;
  const at = needs.clock.now();
  const noted = { code: 'receiving', detail: String(fault), at };
  const stepped = await needs.archive.change((tx) =>
    stepJob(tx, job.id, { kind: 'receiving-failed', fault: noted }, { at, by: systemName }),
  );
  if (stepped.ok) needs.publish(changed(job.caseId, job.entryId));
}
