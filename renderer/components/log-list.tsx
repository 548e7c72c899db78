import type { LogRow } from '../../domain/change-log.ts';
import { log } from '../../texts/log.ts';
import { useLanguage, useTexts } from '../api/session.ts';
import { DateTimeText } from './date-text.tsx';
import { EmptyState } from './empty-state.tsx';
import { logWords } from './log-words.ts';
import './log-list.css';

/** The change log, newest first: when, who and what, with codes in words. The same for a case and for an entry. */
export function LogList({ rows }: { readonly rows: readonly LogRow[] }) {
  const t = useTexts(log);
  if (rows.length === 0) return <EmptyState title={t.emptyTitle} text={t.emptyText} />;
  return (
    <ol className="log-list">
      {rows.map((row, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: rows carry no id, and two may be alike
        <li key={`${row.at} ${row.code} ${rows.length - at}`}>
          <span className="log-when">
            <DateTimeText value={row.at} />
            <span>{row.by}</span>
          </span>
          <span>
            <span className="log-about">
              {t.subjects[row.subject]} {row.recordNumber}
            </span>
            <LogSentence row={row} />
          </span>
        </li>
      ))}
    </ol>
  );
}

function LogSentence({ row }: { readonly row: LogRow }) {
  const t = useTexts(log);
  const words = logWords(row, useLanguage());
  if ('sentence' in words) return words.sentence;
  return (
    <>
      <b>{words.field}: </b>
      {words.before === undefined ? null : (
        <>
          <del>
            <span className="ds-sr-only">{t.from} </span>
            {words.before}
          </del>
          <span aria-hidden="true"> → </span>
        </>
      )}
      <span className="ds-sr-only">{t.to} </span>
      {words.after ?? t.nothing}
    </>
  );
}
