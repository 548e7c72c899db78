import {
  type CalendarDate,
  type CaseId,
  type ClassId,
  type Instant,
  ok,
  type Result,
  refuse,
  type UnitId,
  type UserId,
} from './basics.ts';
import type { CaseStatus } from './code-lists.ts';
import { hasAbility, type User } from './roles.ts';
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

export type CaseRefusal =
  | 'case-closed'
  | 'case-open'
  | 'not-allowed'
  | 'entries-unfinished'
  | 'signing-running'
  | 'documents-unfinished';

export const decideRegistering = (
  file: CaseFile,
  user: User,
): Result<CaseFile, 'case-closed' | 'not-allowed'> => {
  if (!hasAbility(user, 'register')) return refuse('not-allowed');
  return isOpen(file) ? ok(file) : refuse('case-closed', { case: file.caseNumber });
};

export type CaseBalance = {
  /** Entries that are neither archived, expunged, journalled nor dispatched. */
  readonly unfinishedEntries: number;
  readonly runningJobs: number;
  readonly unfinishedDocuments: number;
  /** Answers that wait to be filed because the case was closed when they came. */
  readonly waitingAnswers: number;
};

/**
 * Closing a case (Noark 5; docs/rules.md, 2 and 3). Entries that are dispatched or journalled become
 * archived by it, and arrears that are left get «Saken ble avsluttet». A running signing job stops it unless the
 * person has said to know of it: its answer then waits in its own basket.
 */
export const decideClosing = (
  file: CaseFile,
  balance: CaseBalance,
  user: User,
  knowsOfRunningJobs: boolean,
): Result<CaseFile, CaseRefusal> => {
  if (!hasAbility(user, 'close-case')) return refuse('not-allowed');
  if (!isOpen(file)) return refuse('case-closed', { case: file.caseNumber });
  if (balance.runningJobs > 0 && !knowsOfRunningJobs)
    return refuse('signing-running', { count: balance.runningJobs });
  if (balance.unfinishedEntries > 0)
    return refuse('entries-unfinished', { count: balance.unfinishedEntries });
  if (balance.unfinishedDocuments > 0)
    return refuse('documents-unfinished', { count: balance.unfinishedDocuments });
  return ok(file);
};

export const decideReopening = (
  file: CaseFile,
  user: User,
): Result<CaseFile, 'not-allowed' | 'case-open'> => {
  if (!hasAbility(user, 'reopen-case')) return refuse('not-allowed');
  return file.status === 'A' ? ok(file) : refuse('case-open', { case: file.caseNumber });
};
