import type { EntryId } from '../../../domain/basics.ts';
import type { JournalEntry } from '../../../domain/journal-entry.ts';
import { isRunning, type SigningJob } from '../../../domain/signing-job.ts';
import type { EntryReader } from '../../ports/archive/entries.ts';
import type { EntryLinkReader } from '../../ports/archive/entry-links.ts';
import type { JobReader } from '../../ports/archive/jobs.ts';

export type AgainReads = Pick<EntryReader, 'findEntry'> & EntryLinkReader & Pick<JobReader, 'jobsOf'>;
export type OtherDispatch = { readonly entry: JournalEntry; readonly newest?: SigningJob };

/** The entry that sends again what this one sent in vain; none that is expunged, or in the bin. */
export const laterDispatch = (archive: AgainReads, entryId: EntryId): Promise<OtherDispatch | undefined> =>
  otherEnd(archive, entryId, 'from', 'to');

/** The entry that this one sends again. */
export const earlierDispatch = (archive: AgainReads, entryId: EntryId): Promise<OtherDispatch | undefined> =>
  otherEnd(archive, entryId, 'to', 'from');

/**
 * Why an entry that sends another again must not be sent, after all: that one has been signed meanwhile, or is out. Nobody
 * is asked twice.
 */
export async function answeredEarlier(
  archive: AgainReads,
  entryId: EntryId,
): Promise<{ readonly recordNumber: string; readonly how: 'signed' | 'running' } | undefined> {
  const earlier = await earlierDispatch(archive, entryId);
  if (!earlier?.newest) return undefined;
  const { recordNumber } = earlier.entry;
  if (earlier.newest.state === 'completed') return { recordNumber, how: 'signed' };
  return isRunning(earlier.newest) ? { recordNumber, how: 'running' } : undefined;
}

async function otherEnd(
  archive: AgainReads,
  entryId: EntryId,
  other: 'from' | 'to',
  own: 'from' | 'to',
): Promise<OtherDispatch | undefined> {
  for (const link of await archive.linksOf(entryId)) {
    if (link.kind !== 'sends-again' || link[own] !== entryId) continue;
    const entry = await archive.findEntry(link[other]);
    if (!entry || entry.status === 'U') continue;
    const [newest] = await archive.jobsOf(entry.id);
    return { entry, newest };
  }
  return undefined;
}
