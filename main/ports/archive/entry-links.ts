import type { EntryId } from '../../../domain/basics.ts';

/** Two entries that belong together. `answers`: `from` is the answer to `to`. */
export type EntryLink = {
  readonly from: EntryId;
  readonly to: EntryId;
  readonly kind: 'answers' | 'signing-answer';
};

export interface EntryLinkReader {
  /** Links in either direction. */
  linksOf(entryId: EntryId): Promise<readonly EntryLink[]>;
}

export interface EntryLinkWriter {
  addLink(link: EntryLink): Promise<void>;
}
