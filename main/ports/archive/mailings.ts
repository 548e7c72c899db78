import type { EntryId, Instant } from '../../../domain/basics.ts';
import type { MailedPerson, Mailing, MailingId } from '../../../domain/mailing.ts';

export interface MailingReader {
  findMailing(id: MailingId): Promise<Mailing | undefined>;
  /** Of the entry that was sent to many, newest first. At most one of them has not ended. */
  mailingsOf(entryId: EntryId): Promise<readonly Mailing[]>;
  /** The sealed number of a person whose entry is not made yet. */
  sealedNumberOf(id: MailingId, position: number): Promise<Uint8Array | undefined>;
}

export type NewMailing = Omit<Mailing, 'endedAt' | 'people'> & {
  readonly people: readonly (Omit<MailedPerson, 'entryId' | 'waits'> & { readonly sealed: Uint8Array })[];
};

export interface MailingWriter {
  addMailing(mailing: NewMailing): Promise<void>;
  /** The person's entry is made and holds the number, which is forgotten here. */
  setMailedEntry(id: MailingId, position: number, entryId: EntryId): Promise<void>;
  /** Forgets the numbers of those who are left. */
  endMailing(id: MailingId, at: Instant): Promise<void>;
}
