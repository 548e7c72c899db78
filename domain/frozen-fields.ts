import type { JournalEntry } from './journal-entry.ts';

/** Why fields of an entry are locked. */
export const entryLocks = ['dispatch-running', 'dispatched', 'final', 'case-closed', 'expunged'] as const;
export type EntryLock = (typeof entryLocks)[number];

/** Fields of a journal entry that a person may edit while nothing freezes them. */
export const entryFields = [
  'title',
  'publicTitle',
  'nonSensitiveTitle',
  'type',
  'journalDate',
  'documentDate',
  'receivedAt',
  'sentAt',
  'dueOn',
  'caseworker',
  'adminUnit',
  'parties',
  'screening',
  'documents',
] as const;
export type EntryField = (typeof entryFields)[number];

const fromDispatch: readonly EntryField[] = [
  'type',
  'documentDate',
  'sentAt',
  'caseworker',
  'adminUnit',
  'title',
  'nonSensitiveTitle',
  'parties',
  'documents',
];

/**
 * Which fields nobody may change any more (Noark 5; docs/rules.md, 30). A document that is «ferdigstilt» is frozen
 * from F on, so documents are frozen for F and G too: take the entry back to R to change them.
 */
export function frozenFields(
  entry: Pick<JournalEntry, 'type' | 'status'>,
  lock: { readonly caseOpen: boolean; readonly dispatchRunning: boolean },
): readonly EntryField[] {
  if (!lock.caseOpen || lock.dispatchRunning || entry.status === 'U') return entryFields;
  if (entry.type === 'I') {
    if (entry.status === 'J') return ['receivedAt', 'sentAt', 'documents', 'type'];
    if (entry.status === 'A')
      return ['receivedAt', 'sentAt', 'documents', 'type', 'journalDate', 'documentDate', 'parties'];
    return ['sentAt'];
  }
  if (entry.status === 'R') return ['receivedAt', 'sentAt'];
  if (entry.status === 'F' || entry.status === 'G') return ['receivedAt', 'sentAt', 'type', 'documents'];
  return ['receivedAt', ...fromDispatch];
}
