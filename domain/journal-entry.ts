import type { CalendarDate, CaseId, EntryId, Instant, UnitId, UserId } from './basics.ts';
import type { ClearanceWay, EntryStatus, EntryType } from './code-lists.ts';
import type { Screening } from './screening.ts';

/** Journalpost. Numbers are given once, in the transaction that first saves it, and never used again. */
export type JournalEntry = {
  readonly id: EntryId;
  readonly caseId: CaseId;
  /** Journal year and sequence over the whole journal: the running number, shown as `sequence/year`. */
  readonly journalYear: number;
  readonly journalSequence: number;
  /** 1..n in the case. */
  readonly entryNumber: number;
  /** `2026/123-8`. */
  readonly recordNumber: string;
  readonly type: EntryType;
  readonly status: EntryStatus;
  readonly title: string;
  readonly publicTitle?: string;
  /** Title without personal data, for notices outside the portal; ≤ 80. */
  readonly nonSensitiveTitle?: string;
  readonly journalDate: CalendarDate;
  readonly documentDate?: CalendarDate;
  readonly receivedAt?: Instant;
  readonly sentAt?: Instant;
  readonly dueOn?: CalendarDate;
  readonly caseworker: UserId;
  readonly adminUnit: UnitId;
  readonly screening?: Screening;
  readonly clearance?: Clearance;
  /** Set once the entry ever was E, J, A or U: it may never be deleted. */
  readonly everFinal: boolean;
  /** Grows with each change; a change made on an older revision is refused. */
  readonly revision: number;
  readonly createdAt: Instant;
  readonly createdBy: string;
};

/** Avskrivning of an incoming entry. */
export type Clearance = {
  readonly way: ClearanceWay;
  readonly on: CalendarDate;
  readonly by: string;
  readonly byEntry?: EntryId;
};

export const runningNumber = (entry: Pick<JournalEntry, 'journalYear' | 'journalSequence'>): string =>
  `${entry.journalSequence}/${entry.journalYear}`;

export const recordNumber = (caseNumber: string, entryNumber: number): string =>
  `${caseNumber}-${entryNumber}`;

/** What may be said of an entry where anybody may look, as in a notice on the screen. */
export const openTitle = (
  entry: Pick<JournalEntry, 'title' | 'publicTitle' | 'recordNumber' | 'screening'>,
): string => (entry.screening?.hidesTitle ? (entry.publicTitle ?? entry.recordNumber) : entry.title);

/** Incoming entries and internal ones for follow-up wait for an answer until they are cleared. */
export const isArrear = (entry: Pick<JournalEntry, 'type' | 'status' | 'clearance'>): boolean =>
  (entry.type === 'I' || entry.type === 'N') &&
  entry.status !== 'U' &&
  entry.status !== 'R' &&
  entry.clearance === undefined;
