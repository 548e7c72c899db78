import { Button, Paragraph } from '@digdir/designsystemet-react';
import { useMemo, useState } from 'react';
import type { JobBasketId } from '../../../domain/baskets.ts';
import type { JobRowView } from '../../../preload/contract/dispatch.ts';
import { cases } from '../../../texts/cases.ts';
import { codes } from '../../../texts/codes.ts';
import { desk } from '../../../texts/desk.ts';
import { jobList } from '../../../texts/job-list.ts';
import { useLanguage, useSession, useTexts, useUnitName } from '../../api/session.ts';
import { usePages } from '../../api/use-pages.ts';
import { EmptyState } from '../../components/empty-state.tsx';
import { neverApplies } from '../../components/never-applies.ts';
import { RowGrid } from '../../components/row-grid.tsx';
import { useRowSelection } from '../../components/row-selection.tsx';
import { toast } from '../../components/toasts.tsx';
import { navigate } from '../../routing/route.ts';
import { BasketHeading } from './basket-heading.tsx';
import { BulkDialog } from './bulk-dialog.tsx';
import { type BulkAct, bulkActs, decisionFor } from './bulk-words.ts';
import { jobColumns } from './job-columns.tsx';
import { allJobs, jobsAsCsv, saveText } from './job-export.ts';
import { askedFor, JobFilters, noFilter } from './job-filters.tsx';
import './job-list.css';

const idOf = (row: JobRowView) => row.jobId;
const nameOf = (row: JobRowView) => row.recordNumber;
const acts: Readonly<Record<JobBasketId, readonly BulkAct[]>> = {
  sending: ['cancel'],
  'out-for-signing': ['extend', 'remind', 'cancel'],
  'failed-dispatch': ['sendAgain'],
  doubtful: [],
  signed: [],
  refused: ['sendAgain', 'followUp'],
};

/** A basket of jobs as a list to work through: whose turn it is, until when, and what can be done to one or many. */
export function JobListScreen({ basket }: { readonly basket: JobBasketId }) {
  const t = useTexts(jobList);
  const empty = useTexts(desk);
  const rowTexts = useTexts(cases);
  const name = useTexts(codes).basket[basket];
  const language = useLanguage();
  const unitName = useUnitName();
  const { today } = useSession();
  const [filter, setFilter] = useState(noFilter);
  const asked = askedFor(filter, today);
  const pages = usePages('signing.list', (page) => ({ basket, ...asked, ...page }));
  const selection = useRowSelection(pages, idOf, nameOf, t);
  const [doing, setDoing] = useState<{ readonly act: BulkAct; readonly rows: readonly JobRowView[] }>();
  const columns = useMemo(() => jobColumns(basket, t, unitName), [basket, t, unitName]);
  const offered = acts[basket].filter((act) => act !== 'remind' || isOffered(act, pages.rowAt(0)));
  const save = async () => {
    const rows = selection.chosen.length > 0 ? selection.chosen : await allJobs(basket, asked);
    saveText(t.fileName(name, today), jobsAsCsv(rows, language, unitName));
    toast('success', t.exported(rows.length));
  };
  return (
    <>
      <BasketHeading basket={basket} total={pages.pending ? undefined : pages.total} />
      {basket === 'out-for-signing' ? <Paragraph className="basket-text">{t.intro}</Paragraph> : null}
      <JobFilters filter={filter} hasDeadline={basket === 'out-for-signing'} onChange={setFilter} />
      <fieldset className="job-bulk" aria-label={t.chosen(selection.chosen.length)}>
        <span role="status">{selection.chosen.length > 0 ? t.chosen(selection.chosen.length) : ''}</span>
        {selection.chosen.length > 0
          ? offered.map((act) => (
              <Button
                key={act}
                variant="secondary"
                data-size="sm"
                onClick={() => setDoing({ act, rows: selection.chosen })}
              >
                {t.actions[act]}
              </Button>
            ))
          : null}
        <Button variant="tertiary" data-size="sm" onClick={() => void save()}>
          {t.actions.export}
        </Button>
        {selection.chosen.length > 0 ? (
          <Button variant="tertiary" data-size="sm" onClick={selection.clear}>
            {t.clearChosen}
          </Button>
        ) : null}
      </fieldset>
      <RowGrid
        label={name}
        columns={[selection.column, ...columns]}
        pages={pages}
        idOf={idOf}
        nameOf={nameOf}
        open={(row) => navigate({ at: 'entry', entryId: row.entryId })}
        choice={selection}
        actions={(row) => [
          {
            text: rowTexts.openCase(row.caseNumber),
            run: () => navigate({ at: 'case', caseId: row.caseId }),
          },
          ...bulkActs
            .filter((act) => acts[basket].includes(act) && isOffered(act, row))
            .map((act) => ({ text: t.actions[act], run: () => setDoing({ act, rows: [row] }) })),
        ]}
        empty={<EmptyState title={empty.emptyTitle} text={empty.basketEmpty[basket]} />}
      />
      {doing ? <BulkDialog {...doing} onClose={() => setDoing(undefined)} /> : null}
    </>
  );
}

/** What the person, or the service, never can is not offered. */
function isOffered(act: BulkAct, row: JobRowView | undefined): boolean {
  if (!row) return false;
  const decision = decisionFor(act, row);
  return decision.may || !(neverApplies(decision) || decision.code === 'service-reminds-itself');
}
