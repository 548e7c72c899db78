import type { Actor } from '../../../domain/access/actor.ts';
import { type Shown, showEntry, type WithSight } from '../../../domain/access/shown.ts';
import type { CalendarDate } from '../../../domain/basics.ts';
import type { JournalEntry } from '../../../domain/journal-entry.ts';
import { awaitedStates, fetchAlarm } from '../../../domain/signing-job.ts';
import type { CaseReader } from '../../ports/archive/cases.ts';
import type { EntryReader } from '../../ports/archive/entries.ts';
import type { JobReader } from '../../ports/archive/jobs.ts';
import type { ArchivePart } from '../../ports/archive-store.ts';
import type { Needs } from '../needs.ts';

type Touching = { readonly archive: ArchivePart<CaseReader & EntryReader & JobReader> };

export type DownloadAlarm = {
  readonly entry: Shown<WithSight<JournalEntry>>;
  /** The signed files disappear from the service after this day. */
  readonly fetchBefore: CalendarDate;
};

/** Jobs whose first signature is so old that the service will soon delete the signed files, the most urgent first. */
export const listDownloadAlarms =
  ({ archive, clock }: Pick<Needs, 'clock'> & Touching) =>
  async (user: Actor): Promise<readonly DownloadAlarm[]> => {
    const now = clock.now();
    const alarms: DownloadAlarm[] = [];
    for (const job of await archive.read.jobsIn(awaitedStates)) {
      const fetchBefore = fetchAlarm(job, now);
      const entry = fetchBefore && (await archive.read.findEntry(job.entryId));
      const file = entry && (await archive.read.findCase(entry.caseId));
      if (fetchBefore && entry && file) alarms.push({ entry: showEntry(user, entry, file), fetchBefore });
    }
    return alarms.sort((a, b) => a.fetchBefore.localeCompare(b.fetchBefore));
  };
