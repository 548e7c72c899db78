import type { Selectable } from 'kysely';
import type { CaseFile } from '../../../domain/case-file.ts';
import { caseStatuses } from '../../../domain/code-lists.ts';
import type { CaseRow } from '../../ports/archive/cases.ts';
import { toCode } from './code-texts.ts';
import { toScreening } from './screening-rows.ts';
import type { ArchiveTables } from './tables.ts';

type CaseColumns = Selectable<ArchiveTables['case_file']>;

export const toCaseFile = (row: CaseColumns): CaseFile => ({
  id: row.id,
  year: row.year,
  sequence: row.sequence,
  caseNumber: row.case_number,
  title: row.title,
  publicTitle: row.public_title ?? undefined,
  status: toCode(caseStatuses, row.status),
  caseDate: row.case_date,
  adminUnit: row.admin_unit,
  caseOwner: row.case_owner,
  classId: row.class_id,
  ...toScreening(row),
  createdAt: row.created_at,
  createdBy: row.created_by,
  closedAt: row.closed_at ?? undefined,
  closedBy: row.closed_by ?? undefined,
});

export const toCaseRow = (
  row: CaseColumns & {
    readonly entry_count: number;
    readonly owner_name: string;
    readonly class_code: string;
  },
): CaseRow => ({
  ...toCaseFile(row),
  entryCount: row.entry_count,
  changedAt: row.changed_at,
  ownerName: row.owner_name,
  classCode: row.class_code,
});
