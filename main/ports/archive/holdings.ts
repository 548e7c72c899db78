import type { CaseId, EntryId, UserId } from '../../../domain/basics.ts';

export interface HoldingsReader {
  /** The open cases somebody owns, and the entries they are the caseworker of that are neither archived nor expunged. */
  holdingsOf(
    userId: UserId,
  ): Promise<{ readonly cases: readonly CaseId[]; readonly entries: readonly EntryId[] }>;
}
