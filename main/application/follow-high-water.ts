import { marksAbove } from '../../domain/high-water.ts';
import { atServiceStates } from '../../domain/signing-job.ts';
import { keepHighWaterFile } from '../adapters/high-water/keep-high-water-file.ts';
import type { ArchiveStore } from '../ports/archive-store.ts';
import { markHighWater } from '../usecases/administration/mark-high-water.ts';
import { noticeRestored } from '../usecases/administration/notice-restored.ts';
import type { Needs } from '../usecases/needs.ts';
import type { HostParts } from './host-parts.ts';

/**
 * Compares the archive with what is kept of it beside it, and keeps that up from now on. What the archive has and the
 * file lacks (a file that is new or was lost) is added.
 */
export async function followHighWater(
  archive: ArchiveStore,
  { highWaterFile, log }: Pick<HostParts, 'highWaterFile' | 'log'>,
  { clock }: Pick<Needs, 'clock'>,
): Promise<ArchiveStore> {
  if (highWaterFile === undefined) return archive;
  const keeper = keepHighWaterFile(highWaterFile, log);
  const { id } = await archive.read.identity();
  const known = keeper.read(id);
  if (await noticeRestored({ archive, clock })(known)) log('the archive is older than what is known of it');
  const marks = marksAbove(await archive.read.numberMarks(), known.marks);
  const marked = new Set(known.jobs.map(({ reference }) => reference));
  const jobs = (await archive.read.jobsIn(atServiceStates)).filter(({ reference }) => !marked.has(reference));
  if (marks.length + jobs.length > 0)
    keeper.note(
      id,
      marks,
      jobs.map(({ reference, entryId }) => ({ reference, entryId })),
    );
  return markHighWater(archive, id, keeper);
}
