import type { CalendarDate, CaseId, ClassId, Instant, UnitId, UserId } from './basics.ts';
import type { CaseStatus } from './code-lists.ts';
import type { Screening } from './screening.ts';

/** Saksmappe. `caseNumber` is `year/sequence` and never changes. */
export type CaseFile = {
  readonly id: CaseId;
  readonly year: number;
  readonly sequence: number;
  readonly caseNumber: string;
  readonly title: string;
  readonly publicTitle?: string;
  readonly status: CaseStatus;
  readonly caseDate: CalendarDate;
  readonly adminUnit: UnitId;
  readonly caseOwner: UserId;
  readonly classId: ClassId;
  readonly screening?: Screening;
  readonly createdAt: Instant;
  readonly createdBy: string;
  readonly closedAt?: Instant;
  readonly closedBy?: string;
};

/** Numbers and changes newest first, titles in Norwegian order. */
export const caseOrders = ['number', 'title', 'changed'] as const;
export type CaseOrder = (typeof caseOrders)[number];

export const caseNumber = (year: number, sequence: number): string => `${year}/${sequence}`;

/** A closed or expunged case takes no new entries and its own fields are frozen. */
export const isOpen = (file: Pick<CaseFile, 'status'>): boolean => file.status !== 'A' && file.status !== 'U';

export type CaseBalance = {
  /** Entries that are neither archived, expunged, journalled nor dispatched. */
  readonly unfinishedEntries: number;
  readonly runningJobs: number;
  readonly unfinishedDocuments: number;
  /** Answers that wait to be filed because the case was closed when they came. */
  readonly waitingAnswers: number;
};
