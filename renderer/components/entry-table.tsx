import { useMemo } from 'react';
import type { EntryRowView } from '../../preload/contract/views.ts';
import { cases } from '../../texts/cases.ts';
import { useTexts } from '../api/session.ts';
import type { Pages } from '../api/use-pages.ts';
import { navigate } from '../routing/route.ts';
import { DateText } from './date-text.tsx';
import { type GridColumn, RowGrid } from './row-grid.tsx';
import { RowTitle } from './row-title.tsx';
import { EntryStatusBadge, EntryTypeBadge, JobBadge } from './status-badge.tsx';

type Props = {
  readonly label: string;
  readonly pages: Pages<EntryRowView>;
  readonly empty: React.ReactNode;
  /** In a basket the entries come from many cases, and the way to the case is one of their actions. */
  readonly acrossCases?: boolean;
};

const open = (row: EntryRowView) => navigate({ at: 'entry', entryId: row.id });

/** Journal entries as a list; the title leads to the entry. */
export function EntryTable({ label, pages, empty, acrossCases = false }: Props) {
  const t = useTexts(cases);
  const columns = useMemo(
    (): readonly GridColumn<EntryRowView>[] => [
      { id: 'number', header: t.columns.number, track: '6.5rem', cell: (row) => row.recordNumber },
      {
        id: 'type',
        header: t.columns.type,
        track: '3.5rem',
        from: 760,
        cell: (row) => <EntryTypeBadge type={row.type} short />,
      },
      {
        id: 'title',
        header: t.columns.title,
        track: 'minmax(10rem, 3fr)',
        cell: (row) => (
          <>
            {row.arrear ? (
              <span className="needs-action" title={t.arrear}>
                <span aria-hidden="true">!</span>
                <span className="ds-sr-only">{t.arrear}</span>
              </span>
            ) : null}
            <RowTitle route={{ at: 'entry', entryId: row.id }} row={row} />
          </>
        ),
      },
      {
        id: 'parties',
        header: t.columns.parties,
        track: 'minmax(8rem, 1fr)',
        from: 700,
        cell: (row) => <span title={row.partyNames}>{row.partyNames || '–'}</span>,
      },
      {
        id: 'date',
        header: t.columns.documentDate,
        track: '6.5rem',
        from: 900,
        cell: (row) => <DateText value={row.documentDate} />,
      },
      {
        id: 'journal',
        header: t.columns.journalDate,
        track: '6.5rem',
        from: 1100,
        cell: (row) => <DateText value={row.journalDate} />,
      },
      {
        id: 'status',
        header: t.columns.status,
        track: 'minmax(8rem, 1.5fr)',
        from: 430,
        cell: (row) => (row.job ? <JobBadge job={row.job} /> : <EntryStatusBadge status={row.status} />),
      },
    ],
    [t],
  );
  return (
    <RowGrid
      label={label}
      columns={columns}
      pages={pages}
      idOf={(row) => row.id}
      nameOf={(row) => row.recordNumber}
      open={open}
      actions={(row) =>
        acrossCases
          ? [{ text: t.openCase(row.caseNumber), run: () => navigate({ at: 'case', caseId: row.caseId }) }]
          : []
      }
      empty={empty}
    />
  );
}
