import type { CaseId, EntryId } from './basics.ts';

/** What the window is told of when it happens, so that it reads again what it shows. */
export type ArchiveEvent =
  /** Read again what you show of these. */
  | {
      readonly kind: 'archive.changed';
      readonly caseIds: readonly CaseId[];
      readonly entryIds: readonly EntryId[];
    }
  | {
      readonly kind: 'answer.received';
      readonly entryId: EntryId;
      readonly caseNumber: string;
      readonly outcome: 'signed' | 'failed' | 'undeliverable' | 'doubtful';
      readonly title: string;
    }
  /** How many of the jobs that one act concerns are done. */
  | { readonly kind: 'jobs.progress'; readonly done: number; readonly of: number }
  | { readonly kind: 'dispatch.sent'; readonly entryId: EntryId; readonly recordNumber: string }
  | {
      readonly kind: 'dispatch.failed';
      readonly entryId: EntryId;
      readonly recordNumber: string;
      /** The service's own. */
      readonly code: string;
    };
