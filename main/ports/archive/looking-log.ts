import type { Look } from '../../../domain/access/look.ts';
import type { CaseId, Instant, UserId } from '../../../domain/basics.ts';

export type LookQuery = {
  readonly caseId?: CaseId;
  readonly userId?: UserId;
  readonly offset: number;
  readonly limit: number;
};

export interface LookingLogReader {
  /** Newest first. */
  looks(query: LookQuery): Promise<{ readonly rows: readonly Look[]; readonly total: number }>;
}

export interface LookingLogWriter {
  addLook(look: Look): Promise<void>;
  /** Rows from before that time are gone for good. */
  forgetLooks(before: Instant): Promise<void>;
}
