import type { EntryId, Instant } from '../../../domain/basics.ts';

export interface DispatchDraftReader {
  /** The dispatch dialog as the clerk left it, sealed because it holds identity numbers. */
  findDraftOrder(entryId: EntryId): Promise<Uint8Array | undefined>;
}

export interface DispatchDraftWriter {
  setDraftOrder(entryId: EntryId, sealed: Uint8Array | undefined, at: Instant): Promise<void>;
}
