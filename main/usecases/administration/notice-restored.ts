import { toId } from '../../../domain/basics.ts';
import { type HighWater, type MarkedJob, marksAbove } from '../../../domain/high-water.ts';
import type { ArchiveReader, ArchiveWriter } from '../../ports/archive-store.ts';
import { systemName } from '../audit-log.ts';
import type { Needs } from '../needs.ts';

/**
 * Compares the archive with what is known of it beside it. An older one is marked as restored: nothing is sent, numbers
 * go on after the highest that was given, and entries whose jobs are lost are not sent again.
 */
export const noticeRestored =
  ({ archive, clock }: Pick<Needs, 'archive' | 'clock'>) =>
  async (known: HighWater): Promise<boolean> => {
    const skipped = marksAbove(known.marks, await archive.read.numberMarks());
    const lost = await lostAmong(archive.read, known.jobs);
    if (skipped.length === 0 && lost.length === 0) return false;
    const at = clock.now();
    await archive.change(async (tx) => {
      await beginRestoration(tx, lost.length, at);
      for (const job of lost) await tx.addLostJob(job, at);
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
export async function beginRestoration(tx: ArchiveWriter, jobs: number, at: string): Promise<void> {
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

async function lostAmong(archive: ArchiveReader, known: readonly MarkedJob[]): Promise<readonly MarkedJob[]> {
  const lost: MarkedJob[] = [];
  for (const job of known) {
    const held =
      (await archive.findJobByReference(job.reference)) ??
      (await archive.findUnknownJobByReference(job.reference)) ??
      (await archive.findLostJob(job.reference));
    if (!held) lost.push(job);
  }
  return lost;
}
