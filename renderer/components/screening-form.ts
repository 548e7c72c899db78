import { isCalendarDate } from '../../domain/calendar.ts';
import type { Screening } from '../../domain/screening.ts';

export type ScreeningForm = {
  readonly restriction: Screening['restriction'] | '';
  readonly legalBasis: string;
  readonly hidesTitle: boolean;
  readonly hidesParties: boolean;
  readonly endsOn: string;
};

export const unscreened: ScreeningForm = {
  restriction: '',
  legalBasis: '',
  hidesTitle: false,
  hidesParties: false,
  endsOn: '',
};

export const screeningToForm = (screening: Screening | undefined): ScreeningForm =>
  screening ? { ...screening, endsOn: screening.endsOn ?? '' } : unscreened;

export const screeningFromForm = ({
  restriction,
  legalBasis,
  endsOn,
  ...hides
}: ScreeningForm): Screening | undefined =>
  restriction === ''
    ? undefined
    : { ...hides, restriction, legalBasis: legalBasis.trim(), ...(isCalendarDate(endsOn) && { endsOn }) };
