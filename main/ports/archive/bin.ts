import type { EntryId, Instant } from '../../../domain/basics.ts';
import type { JournalEntry } from '../../../domain/journal-entry.ts';

/** A draft that its owner has deleted. Nothing but the bin tells of it. */
export type BinnedEntry = {
  readonly entry: JournalEntry;
  readonly binnedAt: Instant;
  readonly binnedBy: string;
};

export interface BinReader {
  /** The last one deleted first. */
  binned(): Promise<readonly BinnedEntry[]>;
  findBinned(id: EntryId): Promise<BinnedEntry | undefined>;
}

export interface BinWriter {
  binEntry(id: EntryId, at: Instant, by: string): Promise<void>;
  restoreEntry(id: EntryId): Promise<void>;
}
