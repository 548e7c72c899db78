import { type Guarded, guardedEntry } from '../../../domain/access/sight.ts';
import type { SigningJob } from '../../../domain/signing-job.ts';
import type { CaseReader } from '../../ports/archive/cases.ts';
import type { EntryReader } from '../../ports/archive/entries.ts';

/** What decides who may do something to a job: its entry, wherever that belongs by now. */
export async function guardOf(
  archive: Pick<EntryReader, 'findEntry'> & Pick<CaseReader, 'findCase'>,
  { entryId }: Pick<SigningJob, 'entryId'>,
): Promise<Guarded | undefined> {
  const entry = await archive.findEntry(entryId);
  const file = entry && (await archive.findCase(entry.caseId));
  return entry && file && guardedEntry(entry, file);
}
