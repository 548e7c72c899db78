import { Checkbox, Paragraph, Textfield } from '@digdir/designsystemet-react';
import { useState } from 'react';
import { isRunning } from '../../../domain/signing-job.ts';
import type { JobView } from '../../../preload/contract/views.ts';
import { signingTexts } from '../../../texts/signing.ts';
import { refusalOf } from '../../api/refusal-of.ts';
import { useTexts } from '../../api/session.ts';
import { useCommand } from '../../api/use-ask.ts';
import { DecisionButton } from '../../components/decision-button.tsx';
import { ErrorNotice } from '../../components/error-notice.tsx';
import { FormDialog } from '../../components/form-dialog.tsx';
import { toast } from '../../components/toasts.tsx';

/** What a clerk may do about a job that has not ended. */
export function JobActions({ job }: { readonly job: JobView }) {
  const t = useTexts(signingTexts);
  const [asked, setAsked] = useState<'cancel' | 'declare'>();
  const retry = useCommand('signing.retry');
  if (!isRunning(job) || job.state === 'doubtful') return null;
  const retryNow = async () => {
    const reply = await retry.mutateAsync({ jobId: job.id });
    if (reply.ok) toast('info', t.retry.done);
  };
  const refused = refusalOf(retry.data);
  return (
    <div className="entry-job-actions">
      {job.state === 'queued' && (
        <DecisionButton
          variant="secondary"
          decision={job.retry}
          loading={retry.isPending}
          onClick={() => void retryNow()}
        >
          {t.retry.do}
        </DecisionButton>
      )}
      {job.state === 'uncertain' && (
        <DecisionButton variant="secondary" decision={job.declareUnsent} onClick={() => setAsked('declare')}>
          {t.declare.do}
        </DecisionButton>
      )}
      {job.state !== 'uncertain' && (
        <DecisionButton
          variant="secondary"
          data-color="danger"
          decision={job.cancel}
          onClick={() => setAsked('cancel')}
        >
          {t.cancel.do}
        </DecisionButton>
      )}
      {refused && <ErrorNotice refusal={refused} />}
      {asked === 'cancel' && <CancelDialog jobId={job.id} onClose={() => setAsked(undefined)} />}
      {asked === 'declare' && <DeclareDialog jobId={job.id} onClose={() => setAsked(undefined)} />}
    </div>
  );
}

type DialogProps = { readonly jobId: string; readonly onClose: () => void };

function CancelDialog({ jobId, onClose }: DialogProps) {
  const t = useTexts(signingTexts).cancel;
  const run = useCommand('signing.cancel');
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const submit = async () => {
    setTried(true);
    if (reason.trim() === '') return;
    const reply = await run.mutateAsync({ jobId, reason });
    if (!reply.ok) return;
    if (reply.value.outcome === 'requested') toast('info', t.requested);
    else toast('warning', t.tooLate);
    onClose();
  };
  return (
    <FormDialog
      title={t.heading}
      submit={t.confirm}
      dismiss={t.keep}
      tone="danger"
      busy={run.isPending}
      refusal={refusalOf(run.data)}
      onSubmit={() => void submit()}
      onClose={onClose}
    >
      <Paragraph>{t.body}</Paragraph>
      <Textfield
        label={t.reason}
        description={t.reasonHelp}
        error={tried && reason.trim() === '' ? t.reasonMissing : undefined}
        maxLength={500}
        value={reason}
        onChange={(event) => setReason(event.target.value)}
      />
    </FormDialog>
  );
}

/** Asks for a tick first: a wrong answer here may invite somebody twice. */
function DeclareDialog({ jobId, onClose }: DialogProps) {
  const t = useTexts(signingTexts).declare;
  const run = useCommand('signing.declareUnsent');
  const [checked, setChecked] = useState(false);
  const [tried, setTried] = useState(false);
  const submit = async () => {
    setTried(true);
    if (!checked) return;
    const reply = await run.mutateAsync({ jobId });
    if (!reply.ok) return;
    toast('success', t.done);
    onClose();
  };
  return (
    <FormDialog
      title={t.heading}
      submit={t.confirm}
      tone="danger"
      busy={run.isPending}
      refusal={refusalOf(run.data)}
      onSubmit={() => void submit()}
      onClose={onClose}
    >
      <Paragraph>{t.body}</Paragraph>
      <Checkbox
        label={t.check}
        checked={checked}
        aria-invalid={(tried && !checked) || undefined}
        onChange={(event) => setChecked(event.target.checked)}
      />
    </FormDialog>
  );
}
