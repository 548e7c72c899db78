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
    : { ...hides, accessCode: toId(accessCode), legalBasis: legalBasis.trim(), ...(isCalendarDate(endsOn) && { endsOn }) };
