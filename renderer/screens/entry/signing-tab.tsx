import { Button } from '@digdir/designsystemet-react';
import type { EntryView } from '../../../preload/contract/entries.ts';
import { followUpTexts } from '../../../texts/follow-up.ts';
import { signingTexts } from '../../../texts/signing.ts';
import { refusalOf } from '../../api/refusal-of.ts';
import { useTexts } from '../../api/session.ts';
import { useCommand } from '../../api/use-ask.ts';
import { EmptyState } from '../../components/empty-state.tsx';
import { ErrorNotice } from '../../components/error-notice.tsx';
import { addressOf } from '../../routing/route.ts';
import { JobPanel } from './job-panel.tsx';

/** Every signing job of the entry, newest first, with what can be done about it. */
export function SigningTab({ entry }: { readonly entry: EntryView }) {
  const t = useTexts(signingTexts);
  if (entry.jobs.length === 0)
    return <EmptyState title={t.none} text={entry.type === 'U' ? t.noneHelp : ''} />;
  return (
    <div className="entry-jobs">
      {entry.sendAgain.may && <SendAgain entryId={entry.id} />}
      {entry.jobs.map((job) => (
        <JobPanel key={job.id} job={job} entry={entry} />
      ))}
    </div>
  );
}

/** «Send på nytt»: goes to the entry that was made. */
function SendAgain({ entryId }: { readonly entryId: string }) {
  const t = useTexts(followUpTexts);
  const run = useCommand('dispatch.sendAgain');
  const send = async () => {
    const reply = await run.mutateAsync({ entryId });
    if (reply.ok) window.location.hash = addressOf({ at: 'entry', entryId: reply.value.entryId });
  };
  const refused = refusalOf(run.data);
  return (
    <div>
      <Button variant="secondary" loading={run.isPending} onClick={() => void send()}>
        {t.sendAgain}
      </Button>
      {refused && <ErrorNotice refusal={refused} />}
    </div>
  );
}
