import type { ArchiveEvent } from '../../domain/events.ts';

/** Sends an event to all listeners; there may be none. */
export type Publish = (event: ArchiveEvent) => void;
