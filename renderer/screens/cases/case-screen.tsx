import { Tabs } from '@digdir/designsystemet-react';
import { useState } from 'react';
import type { CaseView } from '../../../preload/contract/cases.ts';
import type { EntryRowView } from '../../../preload/contract/views.ts';
import { cases } from '../../../texts/cases.ts';
import { useTexts } from '../../api/session.ts';
import { useAsk } from '../../api/use-ask.ts';
import { type Pages, usePages } from '../../api/use-pages.ts';
import { LogList } from '../../components/log-list.tsx';
import { PageHeading } from '../../components/page-heading.tsx';
import { QueryBoundary } from '../../components/query-boundary.tsx';
import { ScreeningFlaws } from '../../components/screening-flaws.tsx';
import { CaseStatusBadge, ScreenedMark } from '../../components/status-badge.tsx';
import { useDebounced } from '../../components/use-debounced.ts';
import { WithheldNote } from '../../components/withheld-note.tsx';
import { CaseActions } from './case-actions.tsx';
import { CaseEntries } from './case-entries.tsx';
import { CaseFacts } from './case-facts.tsx';
import './cases.css';

/** One case: what it is, what may be done with it, its entries and its log. */
export function CaseScreen({ caseId }: { readonly caseId: string }) {
  const [filter, setFilter] = useState('');
  const text = useDebounced(filter.trim());
  // Asked for beside the case itself, so that the rows need not wait for it.
  const pages = usePages('cases.entries', (page) => ({ caseId, text, ...page }));
  const query = useAsk('cases.open', { caseId });
  return (
    <QueryBoundary query={query} lines={8}>
      {(file) => <OpenCase file={file} pages={pages} filter={filter} onFilter={setFilter} />}
    </QueryBoundary>
  );
}

type Props = {
  readonly file: CaseView;
  readonly pages: Pages<EntryRowView>;
  readonly filter: string;
  readonly onFilter: (filter: string) => void;
};

function OpenCase({ file, pages, filter, onFilter }: Props) {
  const t = useTexts(cases);
  const [tab, setTab] = useState('entries');
  return (
    <>
      <PageHeading
        kicker={t.case(file.caseNumber)}
        title={file.title}
        where={t.case(file.caseNumber)}
        marks={
          <>
            <CaseStatusBadge status={file.status} />
            {file.screened ? <ScreenedMark /> : null}
          </>
        }
      />
      {file.withheld ? <WithheldNote screening={file.screening} /> : null}
      <ScreeningFlaws flaws={file.screeningFlaws} />
      <CaseActions file={file} />
      <CaseFacts file={file} />
      <Tabs className="case-tabs" value={tab} onChange={setTab}>
        <Tabs.List>
          <Tabs.Tab value="entries">{t.tabs.entries}</Tabs.Tab>
          <Tabs.Tab value="log">{t.tabs.log}</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="entries">
          {tab === 'entries' ? (
            <CaseEntries file={file} pages={pages} filter={filter} onFilter={onFilter} />
          ) : null}
        </Tabs.Panel>
        <Tabs.Panel value="log">{tab === 'log' ? <CaseLog caseId={file.id} /> : null}</Tabs.Panel>
      </Tabs>
    </>
  );
}

/** What one request may fetch; older rows than these are a matter for the archive itself. */
const LOG_ROWS = 500;

function CaseLog({ caseId }: { readonly caseId: string }) {
  const query = useAsk('cases.log', { caseId, offset: 0, limit: LOG_ROWS });
  return <QueryBoundary query={query}>{({ rows }) => <LogList rows={rows} />}</QueryBoundary>;
}
