/** What happened that somebody may be looking at. The contract carries it to the window as it is. */
export type ArchiveEvent =
  | {
      readonly kind: 'archive.changed';
      readonly caseIds: readonly string[];
      readonly entryIds: readonly string[];
    }
  | {
      readonly kind: 'answer.received';
      readonly entryId: string;
      readonly caseNumber: string;
      readonly outcome: 'signed' | 'failed' | 'undeliverable';
      readonly title: string;
    }
  | { readonly kind: 'dispatch.sent'; readonly entryId: string; readonly recordNumber: string }
  | {
      readonly kind: 'dispatch.failed';
      readonly entryId: string;
      readonly recordNumber: string;
      readonly code: string;
    };

export type Publish = (event: ArchiveEvent) => void;
