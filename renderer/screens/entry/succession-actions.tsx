import { Field, Label, Paragraph, Select, Textfield } from '@digdir/designsystemet-react';
import { useState } from 'react';
import type { JobView } from '../../../preload/contract/views.ts';
import { successionTexts } from '../../../texts/succession.ts';
import { refusalOf } from '../../api/refusal-of.ts';
import { useTexts } from '../../api/session.ts';
import { useCommand } from '../../api/use-ask.ts';
import { DecisionButton } from '../../components/decision-button.tsx';
import { ErrorNotice } from '../../components/error-notice.tsx';
import { FormDialog } from '../../components/form-dialog.tsx';
import { toast } from '../../components/toasts.tsx';
import { BulkDialog } from '../desk/bulk-dialog.tsx';

/** Another deadline, another signer, or neither after all: each by a job that follows this one. */
export function SuccessionActions({ job }: { readonly job: JobView }) {
  const t = useTexts(successionTexts);
  const [asked, setAsked] = useState<'extend' | 'replace'>();
  const undo = useCommand('signing.undoPlan');
  if (job.state !== 'inProgress') return null;
  const close = () => setAsked(undefined);
  const refused = refusalOf(undo.data);
  return (
    <div className="entry-job-actions">
      {job.plan && !job.plan.settledAt ? (
        <DecisionButton
          variant="secondary"
          decision={job.plan.undo}
          loading={undo.isPending}
          onClick={() => void undo.mutateAsync({ jobId: job.id })}
        >
          {t.undo}
        </DecisionButton>
      ) : (
        <>
          <DecisionButton variant="secondary" decision={job.extend} onClick={() => setAsked('extend')}>
            {t.extend}
          </DecisionButton>
          <DecisionButton variant="secondary" decision={job.replace} onClick={() => setAsked('replace')}>
            {t.replace}
          </DecisionButton>
        </>
      )}
      {refused && <ErrorNotice refusal={refused} />}
      {asked === 'extend' && (
        <BulkDialog
          act="extend"
          rows={[{ ...job, jobId: job.id, recordNumber: '' }]}
          days={job.deadlineLimits.usual}
          onClose={close}
        />
      )}
      {asked === 'replace' && <ReplaceDialog job={job} onClose={close} />}
    </div>
  );
}

type DialogProps = { readonly job: JobView; readonly onClose: () => void };

function ReplaceDialog({ job, onClose }: DialogProps) {
  const t = useTexts(successionTexts);
  const run = useCommand('signing.replaceSigner');
  const open = job.signers.filter(({ state }) => state === 'waiting' || state === 'unknown');
  const signed = job.signers.filter(({ state }) => state === 'signed').map(({ name }) => name);
  const [signerId, setSignerId] = useState<string>(open[0]?.id ?? '');
  const [name, setName] = useState('');
  const [identityNumber, setIdentityNumber] = useState('');
  const submit = async () => {
    const reply = await run.mutateAsync({ jobId: job.id, signerId, name, identityNumber });
    if (!reply.ok) return;
    toast('info', t.replaced);
    onClose();
  };
  return (
    <FormDialog
      title={t.replaceHeading}
      submit={t.replaceConfirm}
      busy={run.isPending}
      refusal={refusalOf(run.data)}
      onSubmit={() => void submit()}
      onClose={onClose}
    >
      <Paragraph>
        {t.replaceBody} {signed.length > 0 && t.signAgain(signed.join(', '))}
      </Paragraph>
      <Field>
        <Label>{t.insteadOf}</Label>
        <Select value={signerId} onChange={(event) => setSignerId(event.target.value)}>
          {open.map((signer) => (
            <Select.Option key={signer.id} value={signer.id}>
              {signer.name}
            </Select.Option>
          ))}
        </Select>
      </Field>
      <Textfield label={t.newName} value={name} onChange={(event) => setName(event.target.value)} />
      <Textfield
        label={t.newNumber}
        inputMode="numeric"
        value={identityNumber}
        onChange={(event) => setIdentityNumber(event.target.value)}
      />
    </FormDialog>
  );
}
