import type { CaseRowView } from '../../../preload/contract/views.ts';
import { cases } from '../../../texts/cases.ts';
import { desk } from '../../../texts/desk.ts';
import { useTexts } from '../../api/session.ts';
import { DateText } from '../../components/date-text.tsx';
import { CaseStatusBadge, ScreenedMark } from '../../components/status-badge.tsx';
import { addressOf } from '../../routing/route.ts';

/** The cases one came from, newest first: a short list, not a table. */
export function RecentCases({ rows }: { readonly rows: readonly CaseRowView[] }) {
  const t = useTexts(desk);
  const words = useTexts(cases);
  return (
    <>
      <ul className="desk-recent">
        {rows.map((row) => (
          <li key={row.id}>
            <span className="desk-recent-number">{row.caseNumber}</span>
            <span className="desk-recent-title">
              <a className="ds-link" href={addressOf({ at: 'case', caseId: row.id })}>
                {row.title}
              </a>
              {row.screened ? <ScreenedMark /> : null}
            </span>
            <CaseStatusBadge status={row.status} />
            <span className="desk-recent-more">
              {t.entries(row.entryCount)} · {words.columns.changed.toLowerCase()}{' '}
              <DateText value={row.changedAt} />
            </span>
          </li>
        ))}
      </ul>
      <p>
        <a className="ds-link" href="#/saker">
          {t.allCases}
        </a>
      </p>
    </>
  );
}
