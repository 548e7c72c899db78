import { Link, Tabs } from '@digdir/designsystemet-react';
import { useEffect, useState } from 'react';
import type { EntryView } from '../../../preload/contract/entries.ts';
import { entryTexts } from '../../../texts/entry.ts';
import { useTexts } from '../../api/session.ts';
import { useAsk } from '../../api/use-ask.ts';
import { PageHeading } from '../../components/page-heading.tsx';
import { QueryBoundary } from '../../components/query-boundary.tsx';
import { ScreeningFlaws } from '../../components/screening-flaws.tsx';
import { EntryStatusBadge, EntryTypeBadge, JobBadge, ScreenedMark } from '../../components/status-badge.tsx';
import { WithheldNote } from '../../components/withheld-note.tsx';
import { addressOf } from '../../routing/route.ts';
import { DispatchDialog } from '../dispatch/dispatch-dialog.tsx';
import { MailingDialog } from '../mailing/mailing-dialog.tsx';
import { DocumentsTab } from './documents-tab.tsx';
import { EditEntryDialog } from './edit-entry-dialog.tsx';
import './entry.css';
import { EntryActions } from './entry-actions.tsx';
import { EntryFacts, EntryLinks } from './entry-facts.tsx';
import { HistoryTab } from './history-tab.tsx';
import { LockLine } from './lock-line.tsx';
import { PartiesTab } from './parties-tab.tsx';
import { SigningTab } from './signing-tab.tsx';

/** One journal entry with its documents, parties, signing and history. */
export function EntryScreen({ entryId }: { readonly entryId: string }) {
  const entry = useAsk('entries.open', { entryId });
  return (
    <QueryBoundary query={entry} lines={8}>
      {(view) => <Entry key={view.id} entry={view} />}
    </QueryBoundary>
  );
}

type TabId = 'documents' | 'parties' | 'signing' | 'history';

function Entry({ entry }: { readonly entry: EntryView }) {
  const t = useTexts(entryTexts);
  const [tab, setTab] = useState<TabId>(needsLook(entry) ? 'signing' : 'documents');
  const [open, setOpen] = useState<'dispatch' | 'edit' | 'mailing'>();
  const mayDispatch = entry.dispatch.may;

  useEffect(() => {
    const pressed = (event: KeyboardEvent) => {
      if (!event.ctrlKey || event.key !== 'Enter' || event.repeat) return;
      if (!mayDispatch || document.querySelector('dialog[open]')) return;
      event.preventDefault();
      setOpen('dispatch');
    };
    window.addEventListener('keydown', pressed);
    return () => window.removeEventListener('keydown', pressed);
  }, [mayDispatch]);

  const counts = {
    documents: entry.documents.length,
    parties: entry.parties.length,
    signing: entry.jobs.length,
    history: undefined,
  };
  return (
    <div className="entry">
      <PageHeading
        where={entry.screened ? entry.recordNumber : `${entry.recordNumber} ${entry.title}`}
        kicker={
          <>
            {t.fields.recordNumber} {entry.recordNumber} · {t.fields.case}{' '}
            <Link href={addressOf({ at: 'case', caseId: entry.caseId })}>
              {entry.caseNumber} {entry.caseTitle}
            </Link>
          </>
        }
        title={entry.title}
        marks={
          <>
            <EntryTypeBadge type={entry.type} />
            <EntryStatusBadge status={entry.status} />
            {entry.job && <JobBadge job={entry.job} />}
            {entry.screened && <ScreenedMark />}
          </>
        }
        actions={
          <EntryActions
            entry={entry}
            onDispatch={() => setOpen('dispatch')}
            onEdit={() => setOpen('edit')}
            onMailing={() => setOpen('mailing')}
          />
        }
      />
      {entry.withheld && <WithheldNote screening={entry.screening} />}
      <ScreeningFlaws flaws={entry.screeningFlaws} />
      <LockLine entry={entry} />
      <EntryFacts entry={entry} />
      <EntryLinks links={entry.links} />
      <Tabs value={tab} onChange={(value) => setTab(tabOf(value))}>
        <Tabs.List aria-label={t.tabs.label}>
          {tabs.map((id) => (
            <Tabs.Tab key={id} value={id}>
              {t.tabs[id]}
              {counts[id] !== undefined && ` (${counts[id]})`}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        <Tabs.Panel value="documents">{tab === 'documents' && <DocumentsTab entry={entry} />}</Tabs.Panel>
        <Tabs.Panel value="parties">{tab === 'parties' && <PartiesTab entry={entry} />}</Tabs.Panel>
        <Tabs.Panel value="signing">{tab === 'signing' && <SigningTab entry={entry} />}</Tabs.Panel>
        <Tabs.Panel value="history">{tab === 'history' && <HistoryTab entryId={entry.id} />}</Tabs.Panel>
      </Tabs>
      {open === 'dispatch' && (
        <DispatchDialog
          entryId={entry.id}
          onClose={(outcome) => {
            setOpen(undefined);
            if (outcome === 'expedited') setTab('signing');
          }}
        />
      )}
      {open === 'mailing' && <MailingDialog entryId={entry.id} onClose={() => setOpen(undefined)} />}
      {open === 'edit' && <EditEntryDialog entry={entry} onClose={() => setOpen(undefined)} />}
    </div>
  );
}

const tabs: readonly TabId[] = ['documents', 'parties', 'signing', 'history'];
const tabOf = (value: string): TabId => tabs.find((id) => id === value) ?? 'documents';

/** A job that runs, went wrong or waits is what one came to see. */
const needsLook = (entry: EntryView): boolean => entry.jobs.length > 0 && entry.type === 'U';
