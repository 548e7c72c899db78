import type { ArchiveEvent } from '../events.ts';
import type { JournalEntry } from '../journal-entry.ts';
import { asShown, mask, type Shown, type WithSight } from './shown.ts';

/**
 * An event as one person may hear it. `entry` is the one it names, as this person sees it; absent where there is none.
 * All but a title may be known by everybody.
 */
export const showEvent = (
  event: ArchiveEvent,
  entry: Shown<WithSight<Pick<JournalEntry, 'title'>>> | undefined,
): Shown<ArchiveEvent> => {
  if (event.kind !== 'answer.received') return asShown(event);
  if (!entry) return asShown({ ...event, title: mask });
  return asShown(entry.withheld ? { ...event, title: entry.title } : event);
};
