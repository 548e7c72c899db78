import type { JobBasketId } from '../../../domain/baskets.ts';
import type { JobRowView } from '../../../preload/contract/dispatch.ts';
import { formatDate } from '../../../texts/format.ts';
import type { JobListTexts } from '../../../texts/job-list.ts';
import { DateText } from '../../components/date-text.tsx';
import type { GridColumn } from '../../components/row-grid.tsx';
import { RowTitle } from '../../components/row-title.tsx';
import { JobBadge } from '../../components/status-badge.tsx';

/** How many days before its end a deadline is told as near. */
const near = 3;
const urgency = (daysLeft: number): 'over' | 'near' | 'far' => {
  if (daysLeft < 0) return 'over';
  return daysLeft <= near ? 'near' : 'far';
};

/** What a list of jobs shows: of those that are out who is waited for, of those that have ended who ended them. */
export function jobColumns(
  basket: JobBasketId,
  t: JobListTexts,
  unitName: (id: string) => string,
): readonly GridColumn<JobRowView>[] {
  const out = basket === 'out-for-signing';
  const ended = basket === 'refused' || basket === 'signed';
  return [
    ...(out ? [deadlineColumn(t)] : []),
    { id: 'number', header: t.columns.number, track: '6rem', cell: (row) => row.recordNumber },
    {
      id: 'title',
      header: t.columns.title,
      track: 'minmax(10rem, 2fr)',
      cell: (row) => <RowTitle route={{ at: 'entry', entryId: row.entryId }} row={row} />,
    },
    ...(out ? waitingColumns(t) : []),
    ...(ended ? endedColumns(t) : []),
    {
      id: 'unit',
      header: t.columns.unit,
      track: 'minmax(6rem, 1fr)',
      from: 1150,
      cell: (row) => <span title={unitName(row.adminUnit)}>{unitName(row.adminUnit)}</span>,
    },
    {
      id: 'caseworker',
      header: t.columns.caseworker,
      track: 'minmax(7rem, 1fr)',
      from: 900,
      cell: (row) => <span title={row.caseworkerName}>{row.caseworkerName}</span>,
    },
    ...(out ? [latestEndColumn(t)] : []),
    {
      id: 'status',
      header: t.columns.status,
      track: 'minmax(9rem, 1.2fr)',
      from: out ? 1000 : 430,
      cell: (row) => <JobBadge job={row} />,
    },
  ];
}

const deadlineColumn = (t: JobListTexts): GridColumn<JobRowView> => ({
  id: 'deadline',
  header: t.columns.deadline,
  track: '10.5rem',
  cell: ({ turn, leaving }) =>
    turn ? (
      <span className="job-deadline" data-urgency={urgency(turn.daysLeft)}>
        {formatDate(turn.until)} <b>{leaving ? t.leaving : t.left(turn.daysLeft)}</b>
      </span>
    ) : (
      '–'
    ),
});

const waitingColumns = (t: JobListTexts): readonly GridColumn<JobRowView>[] => [
  {
    id: 'waiting',
    header: t.columns.waitingFor,
    track: 'minmax(13rem, 2fr)',
    from: 560,
    cell: ({ turn }) => {
      if (!turn) return '–';
      const who = t.since(turn.names.join(', '), formatDate(turn.since));
      const whole = turn.of > 1 ? `${who} (${t.turn(turn.place, turn.of)})` : who;
      return <span title={whole}>{whole}</span>;
    },
  },
  {
    id: 'signed',
    header: t.columns.signed,
    track: '4.5rem',
    from: 760,
    cell: ({ signed, signers }) => t.signedOf(signed, signers),
  },
];

const endedColumns = (t: JobListTexts): readonly GridColumn<JobRowView>[] => [
  {
    id: 'ended',
    header: t.columns.ended,
    track: '6.5rem',
    from: 560,
    cell: ({ endedAt }) => (endedAt ? <DateText value={endedAt} /> : '–'),
  },
  {
    id: 'endedBy',
    header: t.columns.endedBy,
    track: 'minmax(8rem, 1.2fr)',
    from: 760,
    cell: ({ endedBy }) => <span title={endedBy.join(', ')}>{endedBy.join(', ') || '–'}</span>,
  },
];

const latestEndColumn = (t: JobListTexts): GridColumn<JobRowView> => ({
  id: 'latestEnd',
  header: t.columns.latestEnd,
  track: '7rem',
  from: 1000,
  cell: ({ latestEnd }) => <DateText value={latestEnd} />,
});
