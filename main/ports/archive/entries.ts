import type { CaseId, EntryId } from '../../../domain/basics.ts';
import type { JournalEntry } from '../../../domain/journal-entry.ts';
import type { SigningJob } from '../../../domain/signing-job.ts';

/** A journal entry with what a list shows of it. */
export type EntryRow = JournalEntry & {
  readonly caseNumber: string;
  readonly caseTitle: string;
  readonly caseworkerName: string;
  /** Senders of an incoming, recipients of an outgoing entry, joined with `, `. */
  readonly partyNames: string;
  readonly documentCount: number;
  /** State of the newest signing job, if any. */
  readonly jobState?: SigningJob['state'];
  readonly jobFailure?: SigningJob['failure'];
};

export type NewEntry = Omit<
  JournalEntry,
  'journalYear' | 'journalSequence' | 'entryNumber' | 'recordNumber' | 'revision' | 'everFinal'
>;

export type EntryChange = Partial<
  Pick<
    JournalEntry,
    | 'type'
    | 'status'
    | 'title'
    | 'publicTitle'
    | 'nonSensitiveTitle'
    | 'journalDate'
    | 'documentDate'
    | 'receivedAt'
    | 'sentAt'
    | 'dueOn'
    | 'caseworker'
    | 'adminUnit'
    | 'screening'
    | 'clearance'
  >
>;

export interface EntryReader {
  findEntry(id: EntryId): Promise<JournalEntry | undefined>;
  /** By record number, `2026/12-3`, or running number, `25/2026`. */
  findEntryByNumber(number: string): Promise<JournalEntry | undefined>;
  /** Newest first. `total` counts all that match. `text` filters title, parties and numbers. */
  entriesOf(
    caseId: CaseId,
    page: { readonly text: string; readonly offset: number; readonly limit: number },
  ): Promise<{ readonly rows: readonly EntryRow[]; readonly total: number }>;
}

export interface EntryWriter {
  /** Gives the entry its running number and its number in the case; none is ever used again. */
  addEntry(entry: NewEntry): Promise<JournalEntry>;
  /** Adds one to the revision. `everFinal` is set by the store from the status. */
  changeEntry(id: EntryId, change: EntryChange): Promise<JournalEntry>;
  /** Deletes an entry that is still R and never was final; its numbers stay used. */
  deleteEntry(id: EntryId): Promise<void>;
}
