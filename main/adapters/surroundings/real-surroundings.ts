import { createHash, randomUUID } from 'node:crypto';
import type { Surroundings } from '../../ports/surroundings.ts';

/** The machine's own clock, chance and digests. */
export function realSurroundings(): Surroundings {
  return {
    now: () => new Date().toISOString(),
    newId: () => randomUUID(),
    sha256: async (bytes) => createHash('sha256').update(bytes).digest('hex'),
  };
}
