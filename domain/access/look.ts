import type { CaseId, EntryId, Instant, UserId } from '../basics.ts';

export const lookKinds = ['case', 'entry', 'document', 'identity'] as const;

/** A row of the log of looking: a user opened something that a screening hides from others. */
export type Look = {
  readonly at: Instant;
  readonly userId: UserId;
  /** As it was when the user looked. */
  readonly userName: string;
  readonly kind: (typeof lookKinds)[number];
  /** Of the case, entry, document or party. */
  readonly subjectId: string;
  readonly caseId: CaseId;
  readonly entryId?: EntryId;
  /** What the person gave as the reason, where one is asked for. */
  readonly reason?: string;
};
