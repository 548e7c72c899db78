import { minusDays } from '../../../domain/calendar.ts';
import { mayHaveArrived, resendDays } from '../../../domain/signing-job.ts';
import type { JobReader, JobWriter } from '../../ports/archive/jobs.ts';
import type { ArchivePart } from '../../ports/archive-store.ts';
import type { Needs } from '../needs.ts';

type Touching = { readonly archive: ArchivePart<JobReader, JobWriter> };

/** Takes away the numbers of jobs that came to nothing, once the time in which they may be sent again is over. */
export const forgetNumbers =
  ({ archive, clock }: Pick<Needs, 'clock'> & Touching) =>
  async (): Promise<void> => {
    const old = await archive.read.endedWithNumbers(minusDays(clock.now(), resendDays));
    const forgettable = old.filter((job) => !mayHaveArrived(job));
    if (forgettable.length === 0) return;
    await archive.change(async (tx) => {
      for (const { id } of forgettable) await tx.purgeSigners(id);
    });
  };
