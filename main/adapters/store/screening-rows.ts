import { accessRestrictions } from '../../../domain/code-lists.ts';
import type { Screening } from '../../../domain/screening.ts';
import { orNull, toFlag } from './absent-values.ts';
import { toCode, toText } from './code-texts.ts';
import type { ScreeningColumns } from './tables.ts';

export const screeningColumns = (screening: Screening | undefined): ScreeningColumns => ({
  screening_restriction: screening ? toText(accessRestrictions, screening.restriction) : null,
  screening_legal_basis: screening ? screening.legalBasis : null,
  screening_hides_title: screening ? toFlag(screening.hidesTitle) : null,
  screening_hides_parties: screening ? toFlag(screening.hidesParties) : null,
  screening_ends_on: orNull(screening?.endsOn),
});

export const toScreening = (row: ScreeningColumns): { readonly screening?: Screening } =>
  row.screening_restriction === null || row.screening_legal_basis === null
    ? {}
    : {
        screening: {
          restriction: toCode(accessRestrictions, row.screening_restriction),
          legalBasis: row.screening_legal_basis,
          hidesTitle: row.screening_hides_title === 1,
          hidesParties: row.screening_hides_parties === 1,
          endsOn: row.screening_ends_on ?? undefined,
        },
      };
