import { Textfield } from '@digdir/designsystemet-react';
import { useState } from 'react';
import type { CaseView } from '../../../preload/contract/cases.ts';
import type { RefusalView } from '../../../preload/contract/contract.ts';
import { cases } from '../../../texts/cases.ts';
import { useTexts } from '../../api/session.ts';
import { useCommand } from '../../api/use-ask.ts';
import { FormDialog } from '../../components/form-dialog.tsx';
import { toast } from '../../components/toasts.tsx';

/** Reopening needs a reason; answers that waited are filed by it. */
export function ReopenCaseDialog({
  file,
  onClose,
}: {
  readonly file: CaseView;
  readonly onClose: () => void;
}) {
  const t = useTexts(cases);
  const run = useCommand('cases.reopen');
  const [reason, setReason] = useState('');
  const [refusal, setRefusal] = useState<RefusalView>();
  const reopen = async () => {
    const reply = await run.mutateAsync({ caseId: file.id, reason });
    if (!reply.ok) {
      setRefusal(reply.refusal);
      return;
    }
    toast('success', t.reopened(reply.value.filed));
    onClose();
  };
  return (
    <FormDialog
      title={t.reopenTitle(file.caseNumber)}
      submit={t.reopen}
      busy={run.isPending}
      refusal={refusal}
      onSubmit={() => void reopen()}
      onClose={onClose}
    >
      <Textfield
        label={t.reason}
        description={t.reasonHint}
        multiline
        rows={3}
        value={reason}
        onChange={(event) => setReason(event.target.value)}
      />
    </FormDialog>
  );
}
