import { Search } from '@digdir/designsystemet-react';
import type { CaseView } from '../../../preload/contract/cases.ts';
import type { EntryRowView } from '../../../preload/contract/views.ts';
import { cases } from '../../../texts/cases.ts';
import { common } from '../../../texts/common.ts';
import { useTexts } from '../../api/session.ts';
import type { Pages } from '../../api/use-pages.ts';
import { EmptyState } from '../../components/empty-state.tsx';
import { EntryTable } from '../../components/entry-table.tsx';

type Props = {
  readonly file: CaseView;
  readonly pages: Pages<EntryRowView>;
  readonly filter: string;
  readonly onFilter: (filter: string) => void;
};

export function CaseEntries({ file, pages, filter, onFilter }: Props) {
  const t = useTexts(cases);
  const { clearField } = useTexts(common);
  return (
    <>
      <div className="case-entries-bar">
        <Search>
          <Search.Input
            aria-label={t.filter}
            placeholder={t.filterHint}
            value={filter}
            onChange={(event) => onFilter(event.target.value)}
          />
          <Search.Clear aria-label={clearField} onClick={() => onFilter('')} />
        </Search>
        <span role="status" className="list-count">
          {pages.pending ? '' : t.entryCount(pages.total)}
        </span>
      </div>
      <EntryTable
        label={`${t.tabs.entries}, ${t.case(file.caseNumber)}`}
        pages={pages}
        empty={
          filter.trim() === '' ? (
            <EmptyState title={t.noEntriesTitle} text={t.noEntriesText} />
          ) : (
            <EmptyState title={t.noHitsTitle} text={t.noHitsText} />
          )
        }
      />
    </>
  );
}
