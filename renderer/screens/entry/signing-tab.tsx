import type { EntryView } from '../../../preload/contract/entries.ts';
import { signingTexts } from '../../../texts/signing.ts';
import { useTexts } from '../../api/session.ts';
import { EmptyState } from '../../components/empty-state.tsx';
import { JobPanel } from './job-panel.tsx';

/** Every signing job of the entry, newest first, with what can be done about it. */
export function SigningTab({ entry }: { readonly entry: EntryView }) {
  const t = useTexts(signingTexts);
  if (entry.jobs.length === 0)
    return <EmptyState title={t.none} text={entry.type === 'U' ? t.noneHelp : ''} />;
  return (
    <div className="entry-jobs">
      {entry.jobs.map((job) => (
        <JobPanel key={job.id} job={job} entry={entry} />
      ))}
    </div>
  );
}
