import type { ArchiveEvent } from '../../domain/events.ts';

/** Tells whoever listens; nobody need. */
export type Publish = (event: ArchiveEvent) => void;
