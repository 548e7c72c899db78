import type { JobId } from '../../../domain/basics.ts';
import type { Mark, MarkedJob } from '../../../domain/high-water.ts';
import type { ArchiveStore } from '../../ports/archive-store.ts';
import type { HighWaterKeeper } from '../../ports/high-water.ts';

/** The archive, with every number it gives and how far every job comes kept beside it before the change is over. */
export const markHighWater = (
  archive: ArchiveStore,
  archiveId: string,
  keeper: HighWaterKeeper,
): ArchiveStore => ({
  ...archive,
  change: async (work) => {
    const marks: Mark[] = [];
    const jobs: MarkedJob[] = [];
    const result = await archive.change((tx) => {
      // Passed on as it is: what a change makes of a job is decided elsewhere.
      const { changeJob } = tx;
      const markJob = async (id: JobId, came: Pick<MarkedJob, 'attempts' | 'answeredAt'>): Promise<void> => {
        const job = await tx.findJob(id);
        if (job) jobs.push({ reference: job.reference, entryId: job.entryId, ...came });
      };
      return work({
        ...tx,
        addCase: async (file) => {
          const added = await tx.addCase(file);
          marks.push({ series: 'case', scope: String(added.year), last: added.sequence });
          return added;
        },
        addEntry: async (entry) => {
          const added = await tx.addEntry(entry);
          marks.push(
            { series: 'journal', scope: String(added.journalYear), last: added.journalSequence },
            { series: 'entry', scope: added.caseId, last: added.entryNumber },
          );
          return added;
        },
        addJob: async (job) => {
          await tx.addJob(job);
          jobs.push({ reference: job.reference, entryId: job.entryId });
        },
        changeJob: async (id, change) => {
          await changeJob(id, change);
          if (change.attempts !== undefined) await markJob(id, { attempts: change.attempts });
        },
        addAnswer: async (answer) => {
          await tx.addAnswer(answer);
          await markJob(answer.jobId, { answeredAt: answer.receivedAt });
        },
      });
    });
    if (marks.length > 0 || jobs.length > 0) keeper.note(archiveId, marks, jobs);
    return result;
  },
});
