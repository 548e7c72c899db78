import type { Screening } from '../../../domain/screening.ts';
import { orNull, toFlag } from './absent-values.ts';
import type { ScreeningColumns } from './tables.ts';

export const screeningColumns = (screening: Screening | undefined): ScreeningColumns => ({
  screening_code: screening ? screening.accessCode : null,
  screening_legal_basis: screening ? screening.legalBasis : null,
  screening_hides_title: screening ? toFlag(screening.hidesTitle) : null,
  screening_hides_parties: screening ? toFlag(screening.hidesParties) : null,
  screening_hides_documents: screening ? toFlag(screening.hidesDocuments) : null,
  screening_group: orNull(screening?.accessGroup),
  screening_ends_on: orNull(screening?.endsOn),
});

export const toScreening = (row: ScreeningColumns): { readonly screening?: Screening } =>
  row.screening_code === null || row.screening_legal_basis === null
    ? {}
    : {
        screening: {
          accessCode: row.screening_code,
          legalBasis: row.screening_legal_basis,
          hidesTitle: row.screening_hides_title === 1,
          hidesParties: row.screening_hides_parties === 1,
          hidesDocuments: row.screening_hides_documents === 1,
          accessGroup: row.screening_group ?? undefined,
          endsOn: row.screening_ends_on ?? undefined,
        },
      };
