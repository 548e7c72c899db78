import { useState } from 'react';
import type { CaseView } from '../../../preload/contract/cases.ts';
import type { RefusalView } from '../../../preload/contract/contract.ts';
import { cases } from '../../../texts/cases.ts';
import { useTexts } from '../../api/session.ts';
import { useCommand } from '../../api/use-ask.ts';
import { ConfirmDialog } from '../../components/confirm-dialog.tsx';
import { toast } from '../../components/toasts.tsx';

export function CloseCaseDialog({
  file,
  onClose,
}: {
  readonly file: CaseView;
  readonly onClose: () => void;
}) {
  const t = useTexts(cases);
  const run = useCommand('cases.close');
  const [refusal, setRefusal] = useState<RefusalView>();
  const close = async () => {
    const reply = await run.mutateAsync({ caseId: file.id, withRunningJobs: file.runningJobs > 0 });
    if (!reply.ok) {
      setRefusal(reply.refusal);
      return;
    }
    toast('success', t.closedToast(file.caseNumber));
    onClose();
  };
  return (
    <ConfirmDialog
      title={t.closeTitle(file.caseNumber)}
      text={file.runningJobs > 0 ? `${t.closeRunning(file.runningJobs)} ${t.closeText}` : t.closeText}
      confirm={t.close}
      busy={run.isPending}
      refusal={refusal}
      onConfirm={() => void close()}
      onClose={onClose}
    />
  );
}
