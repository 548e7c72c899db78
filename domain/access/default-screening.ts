import type { CalendarDate, ClassId } from '../basics.ts';
import { plusDays } from '../calendar.ts';
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
  endsOn: years === undefined ? undefined : yearsLater(today, years),
});

/** The same day some years on; 29 February becomes the day after in a year that has none. */
function yearsLater(day: CalendarDate, years: number): CalendarDate {
  const leap = day.slice(5) === '02-29';
  const shifted = `${Number(day.slice(0, 4)) + years}-${leap ? '02-28' : day.slice(5)}` as CalendarDate;
  return leap ? plusDays(shifted, 1) : shifted;
}
