import type {
  AccessCodeId,
  CalendarDate,
  CaseId,
  EntryId,
  LegalBasisId,
  UnitId,
} from '../../../domain/basics.ts';
import type { LogRow } from '../../../domain/change-log.ts';

/** A case or an entry that lies in a unit, or is screened with a code or by a legal basis. No words of it. */
export type Bearer = {
  readonly kind: 'case' | 'entry';
  readonly caseId: CaseId;
  readonly entryId?: EntryId;
  /** Case number or record number. */
  readonly number: string;
  /** Case date or journal date. */
  readonly date: CalendarDate;
  readonly adminUnit: UnitId;
  readonly ownerName: string;
};
/** What it bears. The basis is told by its text, as a screening holds it. */
export type Borne =
  | { readonly adminUnit: UnitId }
  | { readonly accessCode: AccessCodeId }
  | { readonly legalBasis: string };
export type BearerCount = { readonly cases: number; readonly entries: number };

type Page = { readonly offset: number; readonly limit: number };

export interface AccessUseReader {
  /** Newest first, those in the bin as well. */
  bearersOf(borne: Borne, page: Page): Promise<{ readonly rows: readonly Bearer[]; readonly total: number }>;
  /** By unit: what is still open there. By code and by the text of a basis: all that bear it. */
  countBearers(by: 'adminUnit' | 'accessCode' | 'legalBasis'): Promise<ReadonlyMap<string, BearerCount>>;
  /** The change log of users and of the lists of access, newest first; of one of them, or of all. */
  accessLog(subjectId: string | undefined, page: Page): Promise<readonly LogRow[]>;
}

export interface AccessUseWriter {
  /** Takes away one that nothing bears any more; no code has it afterwards. */
  deleteLegalBasis(id: LegalBasisId): Promise<void>;
}
