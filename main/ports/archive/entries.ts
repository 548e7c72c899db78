import type { Actor } from '../../../domain/access/actor.ts';
import type { CaseId, EntryId } from '../../../domain/basics.ts';
import type { CaseFile } from '../../../domain/case-file.ts';
import type { Party } from '../../../domain/documents.ts';
import type { JournalEntry } from '../../../domain/journal-entry.ts';
import type { SigningJob } from '../../../domain/signing-job.ts';

/** A journal entry with what a list shows of it. */
export type EntryRow = JournalEntry & {
  readonly caseFile: Pick<
    CaseFile,
    'caseNumber' | 'title' | 'publicTitle' | 'adminUnit' | 'caseOwner' | 'screening'
  >;
  readonly caseworkerName: string;
  /** Senders of an incoming, recipients of an outgoing entry. */
  readonly parties: readonly Pick<Party, 'name' | 'isScreened'>[];
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

type Page = { readonly offset: number; readonly limit: number };

/** What lies in the bin is found by none of these. */
export interface EntryReader {
  findEntry(id: EntryId): Promise<JournalEntry | undefined>;
  /** By record number, `2026/12-3`, or running number, `25/2026`. */
  findEntryByNumber(number: string): Promise<JournalEntry | undefined>;
  /** Newest first. `total` counts all that match. */
  entriesOf(
    caseId: CaseId,
    page: Page,
  ): Promise<{ readonly rows: readonly EntryRow[]; readonly total: number }>;
  /** Those whose title, parties or numbers hold the words of `text`; by words that `actor` may not see none is found. */
  findEntriesOf(
    caseId: CaseId,
    actor: Actor,
    page: Page & { readonly text: string },
  ): Promise<{ readonly rows: readonly EntryRow[]; readonly total: number }>;
  /** Of the case, with no screening of their own; those that are expunged left out. */
  unscreenedEntriesOf(caseId: CaseId): Promise<readonly EntryId[]>;
}

export interface EntryWriter {
  /** Gives the entry its running number and its number in the case; none is ever used again. */
  addEntry(entry: NewEntry): Promise<JournalEntry>;
  /** Adds one to the revision. `everFinal` is set by the store from the status. */
  changeEntry(id: EntryId, change: EntryChange): Promise<JournalEntry>;
  /** Deletes an entry that is still R and never was final; its numbers stay used. */
  deleteEntry(id: EntryId): Promise<void>;
}
