import type { CalendarDate, ClassId } from '../basics.ts';
import { plusYears } from '../calendar.ts';
import type { DocumentType } from '../code-lists.ts';
import type { Screening } from '../screening.ts';

/** What a new case in a class, or a new document of a type, is screened by unless somebody says otherwise. */
export type DefaultScreening = Pick<
  Screening,
  'accessCode' | 'legalBasis' | 'hidesTitle' | 'hidesParties' | 'hidesDocuments'
> & {
  readonly of: { readonly classId: ClassId } | { readonly documentType: DocumentType };
  /** How long it lasts. */
  readonly years?: number;
};

export const screeningFrom = (
  { of: _, years, ...screening }: DefaultScreening,
  today: CalendarDate,
): Screening => ({
  ...screening,
  endsOn: years === undefined ? undefined : plusYears(today, years),
});
