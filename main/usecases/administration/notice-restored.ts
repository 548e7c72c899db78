import { type Instant, toId } from '../../../domain/basics.ts';
import { type HighWater, type MarkedJob, marksAbove } from '../../../domain/high-water.ts';
import type { SigningJob } from '../../../domain/signing-job.ts';
import type { AnswerReader } from '../../ports/archive/answers.ts';
import type { CaseReader } from '../../ports/archive/cases.ts';
import type { LogWriter } from '../../ports/archive/change-log.ts';
import type { JobReader, JobWriter } from '../../ports/archive/jobs.ts';
import type { RestorationReader, RestorationWriter } from '../../ports/archive/restorations.ts';
import type { ArchivePart } from '../../ports/archive-store.ts';
import { systemName } from '../audit-log.ts';
import type { Needs } from '../needs.ts';
import { stepJob } from '../step-job.ts';

type Touching = {
  readonly archive: ArchivePart<
    AnswerReader & CaseReader & JobReader & RestorationReader,
    JobWriter & LogWriter & RestorationWriter
  >;
};

/**
 * Compares the archive with what is known of it beside it. An older one is marked as restored: nothing is sent, numbers
 * go on after the highest that was given, and entries whose jobs are lost, and jobs that were sent, are not sent again.
 */
export const noticeRestored =
  ({ archive, clock }: Pick<Needs, 'clock'> & Touching) =>
  async (known: HighWater): Promise<boolean> => {
    const skipped = marksAbove(known.marks, await archive.read.numberMarks());
    const lost = await lostAmong(archive.read, known.jobs);
    const sentAgain = await sentBefore(archive.read, known.jobs);
    if (skipped.length + lost.length + sentAgain.length === 0) return false;
    const at = clock.now();
    await archive.change(async (tx) => {
      await beginRestoration(tx, lost.length, at);
      for (const job of lost) await tx.addLostJob(job, at);
      // As if handed over when the program ended: it becomes uncertain, and is never sent again by itself.
      for (const { id } of sentAgain)
        await stepJob(tx, id, { kind: 'sending-began' }, { at, by: systemName });
      for (const mark of skipped) {
        await tx.jumpTo(mark);
        // Numbers in a case are told of in its log; those of a case that is gone belong nowhere.
        const inCase = mark.series === 'entry' ? await tx.findCase(toId(mark.scope)) : undefined;
        if (mark.series === 'entry' && !inCase) continue;
        await tx.log({
          subject: inCase ? 'case' : 'policy',
          subjectId: inCase ? inCase.id : mark.series,
          code: 'numbers-skipped',
          facts: { scope: inCase ? inCase.caseNumber : mark.scope, last: String(mark.last) },
          at,
          by: systemName,
        });
      }
    });
    return true;
  };

/** Marks the archive as restored, once, with the number of jobs that it is known to have lost. */
export async function beginRestoration(
  tx: Pick<RestorationReader, 'restoredSince'> & Pick<RestorationWriter, 'beginRestoration'> & LogWriter,
  jobs: number,
  at: Instant,
): Promise<void> {
  if (await tx.restoredSince()) return;
  await tx.beginRestoration(at);
  await tx.log({
    subject: 'policy',
    subjectId: 'archive',
    code: 'archive-restored',
    facts: { jobs: String(jobs) },
    at,
    by: systemName,
  });
}

/** Jobs that the archive holds as waiting to be sent, though they were handed to the service since. */
async function sentBefore(archive: JobReader, known: readonly MarkedJob[]): Promise<readonly SigningJob[]> {
  const attempts = new Map(known.map((job) => [job.reference, job.attempts ?? 0]));
  const waiting = await archive.jobsIn(['queued']);
  return waiting.filter((job) => (attempts.get(job.reference) ?? 0) > job.attempts);
}

/** Jobs that the archive does not hold at all, and those it holds without the answer that had come. */
async function lostAmong(
  archive: AnswerReader & JobReader & RestorationReader,
  known: readonly MarkedJob[],
): Promise<readonly MarkedJob[]> {
  const lost: MarkedJob[] = [];
  for (const job of known) {
    const held = await archive.findJobByReference(job.reference);
    const isWhole = held
      ? job.answeredAt === undefined || (await archive.findAnswerOf(held.id)) !== undefined
      : (await archive.findUnknownJobByReference(job.reference)) !== undefined;
    if (!isWhole && !(await archive.findLostJob(job.reference))) lost.push(job);
  }
  return lost;
}
