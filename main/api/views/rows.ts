import type { Shown, WithSight } from '../../../domain/access/shown.ts';
import { isArrear, runningNumber } from '../../../domain/journal-entry.ts';
import type { CaseRowView, EntryRowView } from '../../../preload/contract/views.ts';
import type { CaseRow } from '../../ports/archive/cases.ts';
import type { EntryRow } from '../../ports/archive/entries.ts';

export const caseRowView = (row: Shown<WithSight<CaseRow>>): CaseRowView => ({
  id: row.id,
  caseNumber: row.caseNumber,
  title: row.title,
  status: row.status,
  caseDate: row.caseDate,
  ownerName: row.ownerName,
  adminUnit: row.adminUnit,
  classCode: row.classCode,
  entryCount: row.entryCount,
  changedAt: row.changedAt,
  screened: row.screening !== undefined,
  withheld: row.withheld,
});

export const entryRowView = (row: Shown<WithSight<EntryRow>>): EntryRowView => ({
  id: row.id,
  caseId: row.caseId,
  caseNumber: row.caseFile.caseNumber,
  caseTitle: row.caseFile.title,
  recordNumber: row.recordNumber,
  entryNumber: row.entryNumber,
  runningNumber: runningNumber(row),
  type: row.type,
  status: row.status,
  title: row.title,
  journalDate: row.journalDate,
  documentDate: row.documentDate,
  partyNames: row.parties.map(({ name }) => name).join(', '),
  caseworkerName: row.caseworkerName,
  documentCount: row.documentCount,
  screened: row.screening !== undefined,
  withheld: row.withheld,
  arrear: isArrear(row),
  job: row.jobState && { state: row.jobState, failure: row.jobFailure },
});
