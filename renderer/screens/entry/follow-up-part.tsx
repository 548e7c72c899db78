import { Paragraph, Textfield } from '@digdir/designsystemet-react';
import { useState } from 'react';
import type { JobView } from '../../../preload/contract/views.ts';
import { formatDateTime } from '../../../texts/format.ts';
import { signingTexts } from '../../../texts/signing.ts';
import { refusalOf } from '../../api/refusal-of.ts';
import { useLanguage, useTexts } from '../../api/session.ts';
import { useCommand } from '../../api/use-ask.ts';
import { DecisionButton } from '../../components/decision-button.tsx';
import { ErrorNotice } from '../../components/error-notice.tsx';
import { FormDialog } from '../../components/form-dialog.tsx';

/** Of a job that came to nothing: who has dealt with it, and the way to say that one has. */
export function FollowUpPart({ job }: { readonly job: JobView }) {
  const t = useTexts(signingTexts).followUp;
  const language = useLanguage();
  const [asked, setAsked] = useState(false);
  const undo = useCommand('signing.undoFollowUp');
  if (job.state !== 'failed' && !(job.state === 'sendFailed' && job.succeeds)) return null;
  const { followedUp } = job;
  if (!followedUp)
    return (
      <div className="entry-job-actions">
        <DecisionButton variant="secondary" decision={job.followUp} onClick={() => setAsked(true)}>
          {t.do}
        </DecisionButton>
        {asked && <FollowUpDialog jobId={job.id} onClose={() => setAsked(false)} />}
      </div>
    );
  const refused = refusalOf(undo.data);
  return (
    <div className="entry-job-block">
      <Paragraph>
        {t.done(followedUp.by, formatDateTime(followedUp.at, language))} {followedUp.comment}
      </Paragraph>
      {refused && <ErrorNotice refusal={refused} />}
      <DecisionButton
        variant="tertiary"
        decision={job.undoFollowUp}
        loading={undo.isPending}
        onClick={() => void undo.mutateAsync({ jobId: job.id })}
      >
        {t.undo}
      </DecisionButton>
    </div>
  );
}

type DialogProps = { readonly jobId: string; readonly onClose: () => void };

function FollowUpDialog({ jobId, onClose }: DialogProps) {
  const t = useTexts(signingTexts).followUp;
  const run = useCommand('signing.followUp');
  const [comment, setComment] = useState('');
  const submit = async () => {
    const reply = await run.mutateAsync({ jobId, comment });
    if (reply.ok) onClose();
  };
  return (
    <FormDialog
      title={t.heading}
      submit={t.confirm}
      busy={run.isPending}
      refusal={refusalOf(run.data)}
      onSubmit={() => void submit()}
      onClose={onClose}
    >
      <Paragraph>{t.body}</Paragraph>
      <Textfield
        label={t.comment}
        maxLength={500}
        value={comment}
        onChange={(event) => setComment(event.target.value)}
      />
    </FormDialog>
  );
}
