import { flawsOf } from '../../../domain/access/screening-review.ts';
import type { CaseId, EntryId, Instant } from '../../../domain/basics.ts';
import { dateOf } from '../../../domain/calendar.ts';
import type { FoundFlaw, Screening } from '../../../domain/screening.ts';
import type { AccessReader } from '../../ports/archive/access.ts';
import type { ScreeningReader } from '../../ports/archive/screenings.ts';

/** What of the screening of a case or an entry counts no more. */
export async function screeningFlawsOf(
  archive: Pick<AccessReader, 'accessLists'> & ScreeningReader,
  { id, screening }: { readonly id: CaseId | EntryId; readonly screening?: Screening },
  now: Instant,
): Promise<readonly FoundFlaw[]> {
  if (!screening) return [];
  const since = await archive.screenedSince(id);
  const provisional = since && { screenedAt: since.at, now };
  return flawsOf(screening, await archive.accessLists(), dateOf(now), provisional);
}
