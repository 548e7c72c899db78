import { STAGE_LIMIT } from '../../preload/contract/channels.ts';
import type { Reply } from '../../preload/contract/contract.ts';
import { refusal } from './reply.ts';

export type Staging = {
  put(bytes: Uint8Array): Reply<{ readonly stagedId: string }>;
  /** Leaves the bytes in place, so that a refused file can be tried again. */
  find(stagedId: string): Uint8Array | undefined;
  drop(stagedId: string): void;
};

/** Files on their way in, in memory until a use case stores them; the oldest go when there are too many. */
export function openStaging(newId: () => string, most = 4 * STAGE_LIMIT): Staging {
  const staged = new Map<string, Uint8Array>();
  const total = () => [...staged.values()].reduce((sum, bytes) => sum + bytes.byteLength, 0);
  return {
    put(bytes) {
      if (bytes.byteLength > STAGE_LIMIT) return refusal('file-too-large', { max: STAGE_LIMIT });
      const stagedId = newId();
      staged.set(stagedId, bytes);
      for (const oldest of staged.keys()) {
        if (total() <= most) break;
        staged.delete(oldest);
      }
      return { ok: true, value: { stagedId } };
    },
    find: (stagedId) => staged.get(stagedId),
    drop: (stagedId) => void staged.delete(stagedId),
  };
}
