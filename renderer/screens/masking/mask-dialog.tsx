import { Alert, Dialog, Heading, Paragraph } from '@digdir/designsystemet-react';
import { useRef, useState } from 'react';
import type { EntryDocumentView } from '../../../preload/contract/views.ts';
import { common } from '../../../texts/common.ts';
import { maskingTexts } from '../../../texts/masking.ts';
import { useTexts } from '../../api/session.ts';
import { useAsk } from '../../api/use-ask.ts';
import { ConfirmDialog } from '../../components/confirm-dialog.tsx';
import { ErrorNotice } from '../../components/error-notice.tsx';
import { MarkingWork } from './marking-work.tsx';
import { MaskingProgress } from './masking-progress.tsx';
import './masking.css';

type Props = {
  readonly entryId: string;
  readonly document: EntryDocumentView;
  readonly onClose: () => void;
};

/** «Lag offentlig variant»: mark what is to be hidden, look at the result, save that very result. */
export function MaskDialog({ entryId, document, onClose }: Props) {
  const t = useTexts(maskingTexts);
  const c = useTexts(common);
  const dialog = useRef<HTMLDialogElement>(null);
  const [touched, setTouched] = useState(false);
  const [leaving, setLeaving] = useState(false);
  // Made anew each time: the file may be another by now.
  const [opened] = useState(() => ({ entryId, documentId: document.id }));
  const read = useAsk('masking.read', opened);
  const close = () => {
    if (!touched) return onClose();
    dialog.current?.showModal();
    setLeaving(true);
  };
  return (
    <Dialog
      open
      ref={dialog}
      onClose={close}
      closeButton={c.close}
      aria-labelledby="mask-heading"
      className="mask-dialog"
    >
      <div className="mask-work">
        <Heading level={2} data-size="xs" id="mask-heading">
          {t.heading(document.title)}
        </Heading>
        {read.isPending && <MaskingProgress entryId={entryId} documentId={document.id} kind="reading" />}
        {read.error && <ErrorNotice refusal={read.error.view} onRetry={() => void read.refetch()} />}
        {read.data && (
          <>
            <Paragraph>{t.intro}</Paragraph>
            {read.data.signed && (
              <Alert data-color="info" data-size="sm">
                {t.signed}
              </Alert>
            )}
            <MarkingWork
              entryId={entryId}
              documentId={document.id}
              title={document.title}
              read={read.data}
              onTouched={() => setTouched(true)}
              onSaved={onClose}
            />
          </>
        )}
      </div>
      {leaving && (
        <ConfirmDialog
          title={t.leave.heading}
          text={t.leave.text}
          confirm={t.leave.confirm}
          tone="danger"
          onConfirm={onClose}
          onClose={() => setLeaving(false)}
        />
      )}
    </Dialog>
  );
}
