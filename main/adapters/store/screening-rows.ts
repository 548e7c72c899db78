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

/** The columns of a case's screening beside those of an entry's. */
export const caseScreening = [
  'case_file.screening_code as case_screening_code',
  'case_file.screening_legal_basis as case_screening_legal_basis',
  'case_file.screening_hides_title as case_screening_hides_title',
  'case_file.screening_hides_parties as case_screening_hides_parties',
  'case_file.screening_hides_documents as case_screening_hides_documents',
  'case_file.screening_group as case_screening_group',
  'case_file.screening_ends_on as case_screening_ends_on',
] as const;

export const toCaseScreening = (
  row: {
    readonly [Column in keyof ScreeningColumns as `case_${Column}`]: ScreeningColumns[Column];
  },
) =>
  toScreening({
    screening_code: row.case_screening_code,
    screening_legal_basis: row.case_screening_legal_basis,
    screening_hides_title: row.case_screening_hides_title,
    screening_hides_parties: row.case_screening_hides_parties,
    screening_hides_documents: row.case_screening_hides_documents,
    screening_group: row.case_screening_group,
    screening_ends_on: row.case_screening_ends_on,
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
