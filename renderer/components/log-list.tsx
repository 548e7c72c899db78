import type { LogRow } from '../../domain/change-log.ts';
import { codes } from '../../texts/codes.ts';
import { formatDate, formatDateTime } from '../../texts/format.ts';
import { log } from '../../texts/log.ts';
import { useLanguage, useSession, useTexts } from '../api/session.ts';
import { DateTimeText } from './date-text.tsx';
import { EmptyState } from './empty-state.tsx';
import './log-list.css';

/** The change log, newest first: when, who, what, from and to, with codes in words. */
export function LogList({ rows }: { readonly rows: readonly LogRow[] }) {
  const t = useTexts(log);
  const say = useSayValue();
  if (rows.length === 0) return <EmptyState title={t.emptyTitle} text={t.emptyText} />;
  const fieldNames: Readonly<Record<string, string | undefined>> = t.fields;
  return (
    <ol className="log-list">
      {rows.map((row, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: rows carry no id, and two may be alike
        <li key={`${row.at} ${row.field} ${at}`}>
          <span className="log-when">
            <DateTimeText value={row.at} />
            <span>{row.by}</span>
          </span>
          <span>
            <span className="log-about">
              {t.subjects[row.subject]} {row.subjectTitle}
            </span>
            <b>{fieldNames[row.field] ?? row.field}: </b>
            {isBlank(row.before) ? null : (
              <>
                <del>
                  <span className="ds-sr-only">{t.from} </span>
                  {say(row.field, row.before)}
                </del>
                <span aria-hidden="true"> → </span>
              </>
            )}
            <span className="ds-sr-only">{t.to} </span>
            {isBlank(row.after) ? t.nothing : say(row.field, row.after)}
          </span>
        </li>
      ))}
    </ol>
  );
}

/** The log stores a fixed token where there was nothing. */
const isBlank = (value: string) => value === '' || value === '(tom)';

function useSayValue(): (field: string, value: string) => string {
  const c = useTexts(codes);
  const t = useTexts(log);
  const { users } = useSession();
  const language = useLanguage();
  const names: Readonly<Record<string, Readonly<Record<string, string>>>> = {
    saksstatus: c.caseStatus,
    journalstatus: c.entryStatus,
    dokumentstatus: t.documentStatus,
    tilgangsrestriksjon: c.accessRestriction,
    avskrivningsmaate: c.clearanceWay,
    signeringsoppdrag: { ...c.jobState, ...c.failureReason },
    answersArriveAs: c.entryStatus,
  };
  return (field, value) => {
    if (field === 'saksansvarlig' || field === 'saksbehandler')
      return users.find((user) => user.id === value)?.name ?? value;
    if (/^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/.test(value)) return formatDateTime(value, language);
    if (/^\d{4}-\d{2}-\d{2}$/.test(value)) return formatDate(value);
    if (field === 'undertegner') return sayAfterName(value, c.signerState);
    return names[field]?.[value] ?? value;
  };
}

/** A signer's row reads `name: state`. */
function sayAfterName(value: string, states: Readonly<Record<string, string>>): string {
  const at = value.lastIndexOf(': ');
  const state = states[value.slice(at + 2)];
  return at < 0 || state === undefined ? value : `${value.slice(0, at)}: ${state}`;
}
