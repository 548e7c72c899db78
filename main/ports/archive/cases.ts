import type { Actor } from '../../../domain/access/actor.ts';
import type { CaseId, Instant, UserId } from '../../../domain/basics.ts';
import type { CaseBalance, CaseFile, CaseOrder } from '../../../domain/case-file.ts';
import type { CaseStatus } from '../../../domain/code-lists.ts';

export type CaseQuery = {
  /**
   * Words that must all be found in number, title, parties, entries or running numbers; empty = all. A word is found by
   * its beginning, a number only whole; `*` truncates at either end. Case does not count, and `aa` is `å`.
   */
  readonly text: string;
  readonly statuses: readonly CaseStatus[];
  readonly caseOwner?: UserId;
  readonly orderBy: CaseOrder;
  readonly offset: number;
  readonly limit: number;
};

export type CaseRow = CaseFile & {
  readonly entryCount: number;
  readonly changedAt: Instant;
  readonly ownerName: string;
  readonly classCode: string;
};

export type NewCase = Omit<CaseFile, 'year' | 'sequence' | 'caseNumber' | 'closedAt' | 'closedBy'>;

/** Fields given as `undefined` are emptied; fields left out stay. */
export type CaseChange = Partial<
  Pick<
    CaseFile,
    | 'title'
    | 'publicTitle'
    | 'status'
    | 'adminUnit'
    | 'caseOwner'
    | 'classId'
    | 'screening'
    | 'closedAt'
    | 'closedBy'
  >
>;

export interface CaseReader {
  findCase(id: CaseId): Promise<CaseFile | undefined>;
  findCaseByNumber(caseNumber: string): Promise<CaseFile | undefined>;
  /** By words that `actor` may not see no case is found, counted or put in order. */
  searchCases(
    actor: Actor,
    query: CaseQuery,
  ): Promise<{ readonly rows: readonly CaseRow[]; readonly total: number }>;
  recentCases(user: Pick<Actor, 'id' | 'name'>, limit: number): Promise<readonly CaseRow[]>;
  caseBalance(caseId: CaseId): Promise<CaseBalance>;
}

export interface CaseWriter {
  /** Gives the case its number: the next of `caseDate`'s year. */
  addCase(file: NewCase): Promise<CaseFile>;
  changeCase(id: CaseId, change: CaseChange): Promise<CaseFile>;
}
