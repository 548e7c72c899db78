import type { CaseId, EntryId, Instant, UnitId } from '../../../domain/basics.ts';
import type { ScreeningFlaw } from '../../../domain/screening.ts';

/** Since when something bears its access code, and who gave it. */
export type ScreenedSince = {
  readonly at: Instant;
  readonly by: string;
  /** Whether the archive was told when; else the time is that of the registration, and it may have been later. */
  readonly isKnown: boolean;
};

/** A case or an entry whose screening should be looked at. No words of it. */
export type FlawedScreening = {
  readonly caseId: CaseId;
  /** Absent for a case. */
  readonly entryId?: EntryId;
  readonly since: ScreenedSince;
};

/** Where one looks: in these units, at that time. */
export type ReviewScope = { readonly units: readonly UnitId[]; readonly now: Instant };

/** A part of a long list, read on from where the last part ended. */
export type PartOfList = { readonly after?: string; readonly limit: number };

export interface ScreeningReader {
  /** What lies in the bin is among none of them. */
  countFlawed(scope: ReviewScope): Promise<ReadonlyMap<ScreeningFlaw, number>>;
  /** Longest screened first. `next`: what to read on after; absent at the end. */
  flawedScreenings(
    flaw: ScreeningFlaw,
    scope: ReviewScope,
    part: PartOfList,
  ): Promise<{ readonly rows: readonly FlawedScreening[]; readonly total: number; readonly next?: string }>;
  /** Absent where it is not screened. */
  screenedSince(id: CaseId | EntryId): Promise<ScreenedSince | undefined>;
}
