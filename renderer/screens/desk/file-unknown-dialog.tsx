import { Button, Dialog, Heading } from '@digdir/designsystemet-react';
import { useId } from 'react';
import type { InputOf } from '../../../preload/contract/contract.ts';
import type { RestorationView } from '../../../preload/contract/restoration.ts';
import { common } from '../../../texts/common.ts';
import { restorationTexts } from '../../../texts/restoration.ts';
import { refusalOf } from '../../api/refusal-of.ts';
import { useTexts } from '../../api/session.ts';
import { useCommand } from '../../api/use-ask.ts';
import { ErrorNotice } from '../../components/error-notice.tsx';
import { OpenCasePicker } from '../../components/open-case-picker.tsx';
import { toast } from '../../components/toasts.tsx';
import { addressOf } from '../../routing/route.ts';

type Props = { readonly job: RestorationView['unknown'][number]; readonly onClose: () => void };

/** Files what an unknown job came to: as the answer to the entry it is known to be for, or in another open case. */
export function FileUnknownDialog({ job, onClose }: Props) {
  const t = useTexts(restorationTexts);
  const c = useTexts(common);
  const heading = useId();
  const run = useCommand('restoration.file');
  const { entry } = job;
  const file = async (where: Omit<InputOf<'restoration.file'>, 'unknownJobId'>) => {
    const reply = await run.mutateAsync({ unknownJobId: job.id, ...where });
    if (!reply.ok) return;
    toast('success', t.filed, addressOf({ at: 'entry', entryId: reply.value.entryId }));
    onClose();
  };
  const refused = refusalOf(run.data);
  return (
    <Dialog
      open
      onClose={onClose}
      closeButton={c.close}
      aria-labelledby={heading}
      className="form-dialog"
      data-color="accent"
    >
      <Heading level={2} data-size="xs" id={heading}>
        {t.fileHeading(job.serviceJobId)}
      </Heading>
      <div className="form-dialog-fields">
        {entry && (
          <Button
            loading={run.isPending}
            onClick={() => void file({ caseId: entry.caseId, entryId: entry.entryId })}
          >
            {t.fileAsAnswer(entry.recordNumber)}
          </Button>
        )}
        <OpenCasePicker
          pending={run.isPending ? run.variables?.caseId : undefined}
          onPick={({ id }) => void file({ caseId: id })}
        />
        {refused && <ErrorNotice refusal={refused} />}
      </div>
    </Dialog>
  );
}
