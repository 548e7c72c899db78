import type { CaseRowView, EntryRowView } from '../../preload/contract/views.ts';
import { addressOf } from '../routing/route.ts';
import { ScreenedMark } from './status-badge.tsx';
import { WithheldTag } from './withheld-note.tsx';

type Props = {
  readonly route: Parameters<typeof addressOf>[0];
  readonly row: Pick<CaseRowView | EntryRowView, 'title' | 'screened' | 'withheld'>;
};

/** The title of a case or an entry in a list; it leads there. */
export const RowTitle = ({ route, row }: Props) => (
  <>
    <a className="ds-link" href={addressOf(route)} title={row.title}>
      {row.title}
    </a>
    {row.withheld ? <WithheldTag /> : row.screened ? <ScreenedMark short /> : null}
  </>
);
