import type { Look } from '../../../domain/access/look.ts';
import type { CaseId, Instant, UnitId, UserId } from '../../../domain/basics.ts';

export type LookQuery = {
  readonly caseId?: CaseId;
  readonly userId?: UserId;
  readonly kind?: Look['kind'];
  /** From this time, and until before that. */
  readonly from?: Instant;
  readonly before?: Instant;
  /** Only of cases in these. */
  readonly units?: readonly UnitId[];
  readonly offset: number;
  readonly limit: number;
};

export interface LookingLogReader {
  /** When this person last opened that. */
  lastLookAt(userId: UserId, kind: Look['kind'], subjectId: string): Promise<Instant | undefined>;
  /** Newest first. */
  looks(query: LookQuery): Promise<{ readonly rows: readonly Look[]; readonly total: number }>;
}

export interface LookingLogWriter {
  addLook(look: Look): Promise<void>;
  /** Rows from before that time are gone for good. */
  forgetLooks(before: Instant): Promise<void>;
}
