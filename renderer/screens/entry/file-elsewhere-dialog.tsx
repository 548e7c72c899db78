import { Dialog, Heading } from '@digdir/designsystemet-react';
import { useId } from 'react';
import { common } from '../../../texts/common.ts';
import { signingTexts } from '../../../texts/signing.ts';
import { refusalOf } from '../../api/refusal-of.ts';
import { useTexts } from '../../api/session.ts';
import { useCommand } from '../../api/use-ask.ts';
import { ErrorNotice } from '../../components/error-notice.tsx';
import { OpenCasePicker } from '../../components/open-case-picker.tsx';
import { toast } from '../../components/toasts.tsx';
import { addressOf } from '../../routing/route.ts';

type Props = { readonly answerId: string; readonly onClose: () => void };

/** Finds an open case and files the answer there. */
export function FileElsewhereDialog({ answerId, onClose }: Props) {
  const t = useTexts(signingTexts).answer;
  const c = useTexts(common);
  const heading = useId();
  const run = useCommand('answers.file');
  const file = async (caseId: string, caseNumber: string) => {
    const reply = await run.mutateAsync({ answerId, caseId });
    if (!reply.ok) return;
    toast('success', t.done(caseNumber), addressOf({ at: 'entry', entryId: reply.value.entryId }));
    onClose();
  };
  const refused = refusalOf(run.data);
  return (
    <Dialog open onClose={onClose} closeButton={c.close} aria-labelledby={heading} className="form-dialog">
      <Heading level={2} data-size="xs" id={heading}>
        {t.otherHeading}
      </Heading>
      <div className="form-dialog-fields">
        <OpenCasePicker
          pending={run.isPending ? run.variables?.caseId : undefined}
          onPick={({ id, caseNumber }) => void file(id, caseNumber)}
        />
        {refused && <ErrorNotice refusal={refused} />}
      </div>
    </Dialog>
  );
}
