import type { CalendarDate, EntryId } from '../../../domain/basics.ts';
import { awaitedStates, fetchAlarm } from '../../../domain/signing-job.ts';
import type { EntryReader } from '../../ports/archive/entries.ts';
import type { JobReader } from '../../ports/archive/jobs.ts';
import type { ArchivePart } from '../../ports/archive-store.ts';
import type { Needs } from '../needs.ts';

type Touching = { readonly archive: ArchivePart<EntryReader & JobReader> };

export type DownloadAlarm = {
  readonly entryId: EntryId;
  readonly recordNumber: string;
  readonly title: string;
  /** The signed files disappear from the service after this day. */
  readonly fetchBefore: CalendarDate;
};

/** Jobs whose first signature is so old that the service will soon delete the signed files, the most urgent first. */
export const listDownloadAlarms =
  ({ archive, clock }: Pick<Needs, 'clock'> & Touching) =>
  async (): Promise<readonly DownloadAlarm[]> => {
    const now = clock.now();
    const alarms: DownloadAlarm[] = [];
    for (const job of await archive.read.jobsIn(awaitedStates)) {
      const fetchBefore = fetchAlarm(job, now);
      const entry = fetchBefore && (await archive.read.findEntry(job.entryId));
      if (fetchBefore && entry)
        alarms.push({
          entryId: entry.id,
          recordNumber: entry.recordNumber,
          title: entry.title,
          fetchBefore,
        });
    }
    return alarms.sort((a, b) => a.fetchBefore.localeCompare(b.fetchBefore));
  };
