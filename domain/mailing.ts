import type { Branded, EntryId, Instant, Sha256 } from './basics.ts';
import type { EntryStatus } from './code-lists.ts';
import type { OrderTerms } from './dispatch-order.ts';

export type MailingId = Branded<'mailing'>;

/** One document to many, each on an entry of their own. What is left of it is taken up again where it stopped. */
export type Mailing = {
  readonly id: MailingId;
  /** The entry whose documents, titles and screening each gets. */
  readonly entryId: EntryId;
  readonly terms: OrderTerms;
  /** Digest of the file the clerk was shown; nothing else is sent. */
  readonly seenMerged: Sha256;
  readonly startedBy: string;
  readonly startedAt: Instant;
  /** All are made, or the rest was given up. */
  readonly endedAt?: Instant;
  /** In the order of the list. */
  readonly people: readonly MailedPerson[];
};
export type MailedPerson = {
  readonly position: number;
  readonly name: string;
  readonly firm?: string;
  readonly organisationNumber?: string;
  /** Made for this person, and never a second one. */
  readonly entryId?: EntryId;
  /** Their entry is still to be made, and their number is kept for it. */
  readonly waits: boolean;
};

/**
 * The status of each copy of an entry that is sent to many: what is approved stays approved. One that has been sent
 * itself may be sent to more; one that is not finished, or no longer valid, is left as it is, which the rules stop.
 */
export const statusOfCopy = (status: EntryStatus): EntryStatus =>
  ['E', 'J', 'A'].includes(status) ? 'F' : status;
