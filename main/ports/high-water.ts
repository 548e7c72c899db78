import type { HighWater, Mark, MarkedJob } from '../../domain/high-water.ts';

/** Keeps, beside an archive and outside it, how far the archive has come: so that an older copy of it is known as one. */
export interface HighWaterKeeper {
  /** What is kept of this archive; empty for one that nothing was kept of. */
  read(archiveId: string): HighWater;
  /** Adds to it, on disk when this returns. Never throws: an archive is of use without it. */
  note(archiveId: string, marks: readonly Mark[], jobs: readonly MarkedJob[]): void;
}
