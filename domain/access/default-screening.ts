import type { CalendarDate, ClassId } from '../basics.ts';
import { plusYears } from '../calendar.ts';
import type { DocumentType } from '../code-lists.ts';
import type { Screening } from '../screening.ts';
import { stricterOf } from './inherited-screening.ts';

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

/** How a new case in the class begins. */
export function screeningOfClass(
  defaults: readonly DefaultScreening[],
  classId: ClassId,
  today: CalendarDate,
): Screening | undefined {
  const found = defaults.find(({ of }) => 'classId' in of && of.classId === classId);
  return found && screeningFrom(found, today);
}

/**
 * What new documents of these types bring with them: the screening of their entry from then on, and of which types each is
 * marked itself. The entry keeps what it has where that is stricter; one that is not screened takes the default's code and
 * basis. A default's hiding of documents marks those of its type, and no other document of the entry (docs/rules.md, 31).
 */
export function screeningByTypes(
  defaults: readonly DefaultScreening[],
  types: readonly DocumentType[],
  ofEntry: Screening | undefined,
  today: CalendarDate,
): { readonly screening: Screening | undefined; readonly marked: ReadonlySet<DocumentType> } {
  const found = defaults.flatMap((one) =>
    'documentType' in one.of && types.includes(one.of.documentType)
      ? [{ ...one, type: one.of.documentType }]
      : [],
  );
  return {
    screening: found.reduce<Screening | undefined>(
      (so, { type: _, ...one }) => stricterOf(so, { ...screeningFrom(one, today), hidesDocuments: false }),
      ofEntry,
    ),
    marked: new Set(found.filter(({ hidesDocuments }) => hidesDocuments).map(({ type }) => type)),
  };
}
