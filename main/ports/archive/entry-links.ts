import type { EntryId } from '../../../domain/basics.ts';

/** Two entries that belong together. `from` is the answer to `to`, or sends again what `to` sent in vain, or is its copy to one of many. */
export type EntryLink = {
  readonly from: EntryId;
  readonly to: EntryId;
  readonly kind: 'answers' | 'signing-answer' | 'sends-again' | 'one-of-many';
};

export interface EntryLinkReader {
  /** Links in either direction. */
  linksOf(entryId: EntryId): Promise<readonly EntryLink[]>;
}

export interface EntryLinkWriter {
  addLink(link: EntryLink): Promise<void>;
}
