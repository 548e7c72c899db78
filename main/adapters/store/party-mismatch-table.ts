import type { Generated } from 'kysely';
import type { EntryId, Instant, JobId } from '../../../domain/basics.ts';
import type { MismatchOutcome } from '../../ports/archive/party-mismatches.ts';

/** `is_checked`: 0 or 1. */
export type PartyMismatchTable = {
  entry_id: EntryId;
  job_id: JobId;
  found_at: Instant;
  is_checked: Generated<number>;
  outcome: Generated<MismatchOutcome | null>;
  settled_at: Generated<Instant | null>;
  settled_by: Generated<string | null>;
};
