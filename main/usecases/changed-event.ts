import type { CaseId, EntryId } from '../../domain/basics.ts';

/** What the window is told when a case, or entries in it, changed. */
export const changed = (caseId: CaseId, ...entryIds: EntryId[]) =>
  ({ kind: 'archive.changed', caseIds: [caseId], entryIds }) as const;

/** The same where nobody knows what: rights are others, or who has them is. */
export const everythingChanged = { kind: 'archive.changed', caseIds: [], entryIds: [] } as const;
