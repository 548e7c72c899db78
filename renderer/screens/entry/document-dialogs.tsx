import { Button, Dialog, Heading, Link, Paragraph } from '@digdir/designsystemet-react';
import { useId, useState } from 'react';
import type { EntryDocumentView } from '../../../preload/contract/views.ts';
import { common } from '../../../texts/common.ts';
import { documentTexts } from '../../../texts/documents.ts';
import { formatBytes, formatDateTime } from '../../../texts/format.ts';
import { shrinkingTexts } from '../../../texts/shrinking.ts';
import { refusalOf } from '../../api/refusal-of.ts';
import { useLanguage, useTexts } from '../../api/session.ts';
import { useCommand } from '../../api/use-ask.ts';
import { ConfirmDialog } from '../../components/confirm-dialog.tsx';
import { ErrorNotice } from '../../components/error-notice.tsx';
import { FormDialog } from '../../components/form-dialog.tsx';
import { TitleField } from '../../components/title-field.tsx';
import { toast } from '../../components/toasts.tsx';

type Props = {
  readonly entryId: string;
  readonly document: EntryDocumentView;
  readonly onClose: () => void;
};

export function RenameDocumentDialog({ entryId, document, onClose }: Props) {
  const t = useTexts(documentTexts);
  const [title, setTitle] = useState(document.title);
  const run = useCommand('documents.rename');
  const submit = async () => {
    const reply = await run.mutateAsync({ entryId, documentId: document.id, title });
    if (reply.ok) onClose();
  };
  return (
    <FormDialog
      title={t.renameHeading}
      submit={t.renameSave}
      busy={run.isPending}
      refusal={refusalOf(run.data)}
      onSubmit={() => void submit()}
      onClose={onClose}
    >
      <TitleField label={t.renameLabel} value={title} counted={false} onChange={setTitle} />
    </FormDialog>
  );
}

export function RemoveDocumentDialog({
  entryId,
  document,
  only,
  onRemoved,
  onClose,
}: Props & { readonly only: boolean; readonly onRemoved: () => void }) {
  const t = useTexts(documentTexts);
  const run = useCommand('documents.remove');
  const submit = async () => {
    const reply = await run.mutateAsync({ entryId, documentId: document.id });
    if (!reply.ok) return;
    onRemoved();
    onClose();
  };
  return (
    <ConfirmDialog
      title={t.removeHeading(document.title)}
      text={document.role === 'H' && !only ? `${t.removeBody} ${t.removeMain}` : t.removeBody}
      confirm={t.removeDo}
      tone="danger"
      busy={run.isPending}
      refusal={refusalOf(run.data)}
      onConfirm={() => void submit()}
      onClose={onClose}
    />
  );
}

export function VersionsDialog({ entryId, document, frozen, onClose }: Props & { readonly frozen: boolean }) {
  const t = useTexts(documentTexts);
  const c = useTexts(common);
  const language = useLanguage();
  const heading = useId();
  const s = useTexts(shrinkingTexts);
  const choose = useCommand('documents.chooseVersion');
  const refusal = refusalOf(choose.data);
  const takeAgain = async (objectId: EntryDocumentView['objects'][number]['id']) => {
    const reply = await choose.mutateAsync({ entryId, documentId: document.id, objectId });
    if (!reply.ok) return;
    toast('success', s.chosen);
    onClose();
  };
  const newestFirst = [...document.objects].sort((a, b) => b.version - a.version);
  return (
    <Dialog open onClose={onClose} closeButton={c.close} aria-labelledby={heading} className="form-dialog">
      <Heading level={2} data-size="xs" id={heading}>
        {t.versions.heading(document.title)}
      </Heading>
      {newestFirst.length === 0 && <Paragraph>{t.noFile}</Paragraph>}
      <ul className="entry-versions">
        {newestFirst.map((object) => (
          <li key={object.id}>
            <strong>
              {t.version(object.version)}, {t.versions.variant[object.variant]}
            </strong>
            {object.id === document.current?.id && <span> ({t.versions.current})</span>}
            <div>
              {object.fileName} · {t.pages(object.pages)} · {formatBytes(object.size, language)}
            </div>
            <div className="entry-subtle">
              {t.versions.by(formatDateTime(object.createdAt, language), object.createdBy)}
            </div>
            <div className="entry-subtle entry-digest">
              {t.versions.digest}: {object.sha256}
            </div>
            <Link href={object.url} target="_blank" rel="noreferrer">
              {t.versions.open}
            </Link>
            {!frozen && object.variant === 'A' && object.id !== document.current?.id && (
              <Button
                variant="tertiary"
                data-size="sm"
                aria-label={`${s.useAgain}: ${t.version(object.version)}`}
                onClick={() => void takeAgain(object.id)}
              >
                {s.useAgain}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {refusal && <ErrorNotice refusal={refusal} />}
    </Dialog>
  );
}
