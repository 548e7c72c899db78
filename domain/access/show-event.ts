import type { ArchiveEvent } from '../events.ts';
import { asShown, type Shown } from './shown.ts';

/** An event as one person may hear it. `title` is what that one sees of the entry it is about. */
export const showEvent = (event: ArchiveEvent, title: string): Shown<ArchiveEvent> =>
  asShown(event.kind === 'answer.received' ? { ...event, title } : event);
