import { ArchiveTaken } from '../ports/archive-holder.ts';
import type { ArchiveStore } from '../ports/archive-store.ts';
import type { HostParts } from './host-parts.ts';

/**
 * The archive as long as it is ours: asked before each change and before it is kept. One that another process has taken is
 * not even closed, for closing writes to it.
 */
export function whileHeld(archive: ArchiveStore, takenBy: HostParts['takenBy']): ArchiveStore {
  if (!takenBy) return archive;
  const requireHeld = () => {
    const holder = takenBy();
    if (holder) throw new ArchiveTaken(holder);
  };
  return {
    ...archive,
    change: async (work) => {
      requireHeld();
      return archive.change(async (tx) => {
        const result = await work(tx);
        requireHeld();
        return result;
      });
    },
    close: async () => {
      if (!takenBy()) await archive.close();
    },
  };
}
