import { Button, Table } from '@digdir/designsystemet-react';
import { useState } from 'react';
import type { LogRow } from '../../../domain/change-log.ts';
import { entryStatuses } from '../../../domain/code-lists.ts';
import { codesOf, isCode } from '../../../domain/codes.ts';
import { jobStates } from '../../../domain/signing-job.ts';
import { codes } from '../../../texts/codes.ts';
import { entryTexts } from '../../../texts/entry.ts';
import { formatDate, formatDateTime } from '../../../texts/format.ts';
import { useLanguage, useTexts } from '../../api/session.ts';
import { useAsk } from '../../api/use-ask.ts';
import { DateTimeText } from '../../components/date-text.tsx';
import { QueryBoundary } from '../../components/query-boundary.tsx';

const STEP = 50;

/** Who changed what and when, newest as the archive gives it. */
export function HistoryTab({ entryId }: { readonly entryId: string }) {
  const t = useTexts(entryTexts).log;
  const [limit, setLimit] = useState(STEP);
  const log = useAsk('entries.log', { entryId, offset: 0, limit }, { keepPrevious: true });
  return (
    <QueryBoundary query={log}>
      {({ rows }) =>
        rows.length === 0 ? (
          <p className="entry-subtle">{t.none}</p>
        ) : (
          <div className="entry-scroll">
            <Table data-size="sm" data-color="neutral" className="entry-log">
              <caption className="ds-sr-only">{t.heading}</caption>
              <Table.Head>
                <Table.Row>
                  <Table.HeaderCell>{t.when}</Table.HeaderCell>
                  <Table.HeaderCell>{t.who}</Table.HeaderCell>
                  <Table.HeaderCell>{t.what}</Table.HeaderCell>
                  <Table.HeaderCell>{t.before}</Table.HeaderCell>
                  <Table.HeaderCell>{t.after}</Table.HeaderCell>
                </Table.Row>
              </Table.Head>
              <Table.Body>
                {rows.map((row, position) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: rows have no id, and are only ever added to
                  <LogLine key={`${row.at} ${row.field} ${rows.length - position}`} row={row} />
                ))}
              </Table.Body>
            </Table>
            {rows.length === limit && limit < 500 && (
              <Button variant="tertiary" onClick={() => setLimit(Math.min(500, limit + STEP))}>
                {t.more}
              </Button>
            )}
          </div>
        )
      }
    </QueryBoundary>
  );
}

function LogLine({ row }: { readonly row: LogRow }) {
  const t = useTexts(entryTexts).log;
  const words = useWords();
  const subject =
    row.subject === 'entry' || !row.subjectTitle ? '' : `${t.subjects[row.subject]}: ${row.subjectTitle}`;
  return (
    <Table.Row>
      <Table.Cell className="entry-when">
        <DateTimeText value={row.at} />
      </Table.Cell>
      <Table.Cell>{row.by}</Table.Cell>
      <Table.Cell>
        {t.fields[row.field] ?? row.field}
        {subject && <div className="entry-subtle">{subject}</div>}
      </Table.Cell>
      <Table.Cell>{words(row.field, row.before)}</Table.Cell>
      <Table.Cell>{words(row.field, row.after)}</Table.Cell>
    </Table.Row>
  );
}

/** Letter codes, dates and the token for «blank» as a clerk reads them. */
function useWords() {
  const c = useTexts(codes);
  const language = useLanguage();
  return (field: string, value: string): string => {
    if (value === '(tom)') return '–';
    if (field === 'journalstatus' && isCode(codesOf(entryStatuses), value))
      return `${value} – ${c.entryStatusShort[value]}`;
    if (field === 'signeringsoppdrag' && isCode(jobStates, value)) return c.jobState[value];
    if (/^\d{4}-\d{2}-\d{2}$/.test(value)) return formatDate(value);
    return /^\d{4}-\d{2}-\d{2}T[\d:.]+(Z|[+-]\d{2}:\d{2})$/.test(value)
      ? formatDateTime(value, language)
      : value;
  };
}
