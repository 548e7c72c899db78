import type { EntryId, Instant, JobId } from '../../../domain/basics.ts';
import type { PartyMismatch } from '../../../domain/party-mismatch.ts';

export interface PartyMismatchReader {
  /** Absent once it is settled. */
  findPartyMismatch(entryId: EntryId): Promise<PartyMismatch | undefined>;
}

/** How the document centre settled one: the parties were made those of the job, or stay as they are. */
export const mismatchOutcomes = ['corrected', 'left'] as const;
export type MismatchOutcome = (typeof mismatchOutcomes)[number];

export interface PartyMismatchWriter {
  /** Anew where an earlier one was settled. */
  addPartyMismatch(entryId: EntryId, jobId: JobId, at: Instant): Promise<void>;
  settlePartyMismatch(entryId: EntryId, as: MismatchOutcome, at: Instant, by: string): Promise<void>;
}
