import type { AccessLists } from '../../domain/access/access-code.ts';
import { followedPublicTitle } from '../../domain/access/screened-words.ts';
import { toId } from '../../domain/basics.ts';
import { isCalendarDate } from '../../domain/calendar.ts';
import type { Screening } from '../../domain/screening.ts';

export type ScreeningForm = {
  readonly accessCode: string;
  readonly legalBasis: string;
  readonly hidesTitle: boolean;
  readonly hidesParties: boolean;
  readonly hidesDocuments: boolean;
  readonly accessGroup?: Screening['accessGroup'];
  readonly endsOn: string;
};

export const unscreened: ScreeningForm = {
  accessCode: '',
  legalBasis: '',
  hidesTitle: false,
  hidesParties: false,
  hidesDocuments: true,
  endsOn: '',
};

export const screeningToForm = (screening: Screening | undefined): ScreeningForm =>
  screening ? { ...screening, endsOn: screening.endsOn ?? '' } : unscreened;

export const screeningFromForm = ({
  accessCode,
  legalBasis,
  endsOn,
  ...hides
}: ScreeningForm): Screening | undefined =>
  accessCode === ''
    ? undefined
    : {
        ...hides,
        accessCode: toId(accessCode),
        legalBasis: legalBasis.trim(),
        ...(isCalendarDate(endsOn) && { endsOn }),
      };

/** Those that may be given to something today, and the one that stands there. */
export const offeredCodes = ({ codes }: AccessLists, standing: string, today: string) =>
  codes.filter((code) => code.id === standing || code.withdrawnOn === undefined || code.withdrawnOn > today);

/** The bases of the code that are in force, and the one that stands there. */
export function offeredBases(
  { codes, bases }: AccessLists,
  { accessCode, legalBasis }: ScreeningForm,
  today: string,
): readonly string[] {
  const ofCode = codes.find((code) => code.id === accessCode)?.bases ?? [];
  const offered = bases
    .filter(
      (basis) => ofCode.includes(basis.id) && (basis.repealedOn === undefined || basis.repealedOn > today),
    )
    .map((basis) => basis.text);
  return legalBasis === '' || offered.includes(legalBasis) ? offered : [...offered, legalBasis];
}

/** A title as it is typed, and the public title that follows it: no word opens by itself. */
export const retitled = (
  form: { readonly title: string; readonly publicTitle: string },
  title: string,
): { readonly title: string; readonly publicTitle: string } => ({
  title,
  publicTitle: followedPublicTitle({ ...form, publicTitle: form.publicTitle || undefined }, title) ?? '',
});
