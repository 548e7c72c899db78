import Papa from 'papaparse';
import type { JobBasketId } from '../../../domain/baskets.ts';
import type { Language } from '../../../domain/preferences.ts';
import type { JobRowView } from '../../../preload/contract/dispatch.ts';
import { codes } from '../../../texts/codes.ts';
import { formatDate } from '../../../texts/format.ts';
import { jobList } from '../../../texts/job-list.ts';
import { ask } from '../../api/ask.ts';

const page = 500;

/** Every row of a list of jobs, as its filter is; fewer where a page cannot be read. */
export async function allJobs(
  basket: JobBasketId,
  filter: Omit<Parameters<typeof ask<'signing.list'>>[1], 'basket' | 'offset' | 'limit'>,
): Promise<readonly JobRowView[]> {
  const rows: JobRowView[] = [];
  for (;;) {
    const reply = await ask('signing.list', { basket, ...filter, offset: rows.length, limit: page });
    if (!reply.ok) return rows;
    rows.push(...reply.value.rows);
    if (reply.value.rows.length < page) return rows;
  }
}

/**
 * The rows as a spreadsheet opens them in Norway: semicolons, and a mark that tells that the letters are UTF-8. What would
 * be read as a formula is written as text.
 */
export function jobsAsCsv(
  rows: readonly JobRowView[],
  language: Language,
  unitName: (id: string) => string,
): string {
  const { columns, signedOf } = jobList[language];
  const c = codes[language];
  const fields = [
    columns.number,
    columns.title,
    columns.status,
    columns.deadline,
    columns.latestEnd,
    columns.waitingFor,
    columns.signed,
    columns.ended,
    columns.endedBy,
    columns.unit,
    columns.caseworker,
  ];
  const data = rows.map((row) => [
    row.recordNumber,
    row.title,
    row.failure ? c.failureReason[row.failure] : c.jobState[row.state],
    row.turn ? formatDate(row.turn.until) : '',
    row.turn ? formatDate(row.latestEnd) : '',
    row.turn?.names.join(', ') ?? '',
    signedOf(row.signed, row.signers),
    row.endedAt ? formatDate(row.endedAt) : '',
    row.endedBy.join(', '),
    unitName(row.adminUnit),
    row.caseworkerName,
  ]);
  return `\uFEFF${Papa.unparse({ fields, data }, { delimiter: ';', escapeFormulae: true })}\r\n`;
}

/** Gives text to the person as a file. */
export function saveText(name: string, text: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([text], { type: 'text/csv;charset=utf-8' }));
  link.download = name;
  link.click();
  URL.revokeObjectURL(link.href);
}
