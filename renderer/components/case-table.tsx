import { useMemo } from 'react';
import type { CaseRowView } from '../../preload/contract/views.ts';
import { cases } from '../../texts/cases.ts';
import { useTexts, useUnitName } from '../api/session.ts';
import type { Pages } from '../api/use-pages.ts';
import { navigate } from '../routing/route.ts';
import { DateText } from './date-text.tsx';
import { type GridColumn, RowGrid } from './row-grid.tsx';
import { RowTitle } from './row-title.tsx';
import { CaseStatusBadge } from './status-badge.tsx';

type Props = {
  readonly label: string;
  readonly pages: Pages<CaseRowView>;
  readonly empty: React.ReactNode;
};

const open = (row: CaseRowView) => navigate({ at: 'case', caseId: row.id });

const UnitName = ({ id }: { readonly id: string }) => useUnitName()(id);

/** Cases as a list; the title leads to the case. */
export function CaseTable({ label, pages, empty }: Props) {
  const t = useTexts(cases);
  const columns = useMemo(
    (): readonly GridColumn<CaseRowView>[] => [
      { id: 'number', header: t.columns.number, track: '6rem', cell: (row) => row.caseNumber },
      {
        id: 'title',
        header: t.columns.title,
        track: 'minmax(10rem, 4fr)',
        cell: (row) => <RowTitle route={{ at: 'case', caseId: row.id }} row={row} />,
      },
      {
        id: 'owner',
        header: t.columns.owner,
        track: 'minmax(8rem, 1fr)',
        from: 800,
        cell: (row) => row.ownerName,
      },
      {
        id: 'unit',
        header: t.columns.unit,
        track: 'minmax(7rem, 1fr)',
        from: 1000,
        cell: (row) => <UnitName id={row.adminUnit} />,
      },
      { id: 'entries', header: t.columns.entries, track: '5.5rem', from: 900, cell: (row) => row.entryCount },
      {
        id: 'changed',
        header: t.columns.changed,
        track: '6.5rem',
        from: 650,
        cell: (row) => <DateText value={row.changedAt} />,
      },
      {
        id: 'status',
        header: t.columns.status,
        track: 'minmax(8rem, 1.5fr)',
        from: 430,
        cell: (row) => <CaseStatusBadge status={row.status} />,
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
      nameOf={(row) => row.caseNumber}
      open={open}
      empty={empty}
    />
  );
}
