import type { CaseId, EntryId } from '../../../domain/basics.ts';
import type { LogRow } from '../../../domain/change-log.ts';

export interface LogReader {
  /** Newest first; of a case with everything in it, or of one entry with its documents and jobs. */
  logOf(
    subject: { readonly caseId: CaseId } | { readonly entryId: EntryId },
    page: { readonly offset: number; readonly limit: number },
  ): Promise<readonly PlacedLogRow[]>;
}
/** `entryId`: the entry that the row belongs to, be it there still or not. */
export type PlacedLogRow = LogRow & { readonly entryId?: EntryId };

export interface LogWriter {
  log(row: LogRow): Promise<void>;
}
