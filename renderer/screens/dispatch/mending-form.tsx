import { Button, Paragraph } from '@digdir/designsystemet-react';
import { useEffect, useRef, useState } from 'react';
import { STAGE_LIMIT } from '../../../preload/contract/channels.ts';
import type { RefusalView } from '../../../preload/contract/contract.ts';
import type { DispatchPrepareView, WeighedView } from '../../../preload/contract/dispatch.ts';
import { common } from '../../../texts/common.ts';
import { dispatchTexts } from '../../../texts/dispatch.ts';
import { mendingTexts } from '../../../texts/mending.ts';
import { ask, stage } from '../../api/ask.ts';
import { useTexts } from '../../api/session.ts';
import { useAsk } from '../../api/use-ask.ts';
import { ErrorNotice } from '../../components/error-notice.tsx';
import { TitleField } from '../../components/title-field.tsx';
import { documentOf, heaviest } from './may-mend.ts';
import { ScreenEntryDialog } from './screen-entry-dialog.tsx';
import { ShrinkDialog } from './shrink-dialog.tsx';
import { TitleForm } from './title-form.tsx';
import { useEntryActs } from './use-entry-acts.ts';
import type { OpenAct } from './use-mending.ts';

type Weighed = WeighedView['documents'][number];
type Props = {
  readonly prepared: DispatchPrepareView;
  readonly documents: readonly Weighed[];
  readonly open: OpenAct;
  /** With what has been done; with nothing where it was left. */
  readonly onClose: (done?: string) => void;
};

/** What an act asks for before it is done, beside the finding that it mends. */
export function MendingForm({ prepared, documents, open: { act, finding }, onClose }: Props) {
  const t = useTexts(mendingTexts);
  const d = useTexts(dispatchTexts);
  const document = documentOf(finding, documents);
  const { entryId } = prepared;
  if (act === 'edit-title')
    return (
      <TitleForm
        prepared={prepared}
        first={finding.field === 'nonSensitiveTitle' ? 'nonSensitiveTitle' : 'title'}
        onClose={() => onClose()}
        onSaved={() => onClose(d.title.saved)}
      />
    );
  if (act === 'screen')
    return (
      <ScreenEntryDialog
        entryId={entryId}
        onClose={() => onClose()}
        onSaved={() => onClose(t.done.screened)}
      />
    );
  if (act === 'make-smaller') {
    const chosen = document ?? heaviest(documents);
    return chosen ? <ShrinkDialog entryId={entryId} document={chosen} onClose={onClose} /> : null;
  }
  if (!document) return null;
  if (act === 'rename-document')
    return (
      <RenameForm
        entryId={entryId}
        document={document}
        onClose={onClose}
        position={documents.indexOf(document)}
      />
    );
  if (act === 'replace-file') return <ReplaceForm entryId={entryId} document={document} onClose={onClose} />;
  return null;
}

type FormProps = {
  readonly entryId: DispatchPrepareView['entryId'];
  readonly document: Weighed;
  readonly onClose: (done?: string) => void;
};

function RenameForm({ entryId, document, position, onClose }: FormProps & { readonly position: number }) {
  const t = useTexts(mendingTexts);
  const c = useTexts(common);
  const acts = useEntryActs(entryId);
  const [title, setTitle] = useState(`${document.title} (${position + 1})`);
  const [refusal, setRefusal] = useState<RefusalView>();
  const form = useRef<HTMLDivElement>(null);
  useEffect(() => form.current?.querySelector('input')?.select(), []);
  const save = async () => {
    const refused = await acts.rename(document.id, title);
    if (refused) setRefusal(refused);
    else onClose(t.done.renamed);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Enter in the field saves, as in a form
    <div
      className="dispatch-title-form"
      ref={form}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && !event.ctrlKey && event.target instanceof HTMLInputElement) {
          event.preventDefault();
          void save();
        }
      }}
    >
      <TitleField label={t.rename.label} value={title} counted={false} onChange={setTitle} />
      {refusal && <ErrorNotice refusal={refusal} />}
      <div className="dispatch-row">
        <Button data-size="sm" onClick={() => void save()}>
          {t.rename.save}
        </Button>
        <Button data-size="sm" variant="secondary" onClick={() => onClose()}>
          {c.cancel}
        </Button>
      </div>
    </div>
  );
}

/** Asks for a new file; the one before stays as an older version. */
function ReplaceForm({ entryId, document, onClose }: FormProps) {
  const t = useTexts(mendingTexts);
  const c = useTexts(common);
  const acts = useEntryActs(entryId);
  const entry = useAsk('entries.open', { entryId });
  const [refusal, setRefusal] = useState<RefusalView>();
  const chooser = useRef<HTMLInputElement>(null);
  useEffect(() => chooser.current?.focus(), []);
  const replace = async (file: File): Promise<RefusalView | undefined> => {
    if (file.size > STAGE_LIMIT)
      return { code: 'file-too-large', facts: { file: file.name, max: STAGE_LIMIT } };
    const refused = await acts.reopen();
    if (refused) return refused;
    const staged = await stage(new Uint8Array(await file.arrayBuffer()));
    if (!staged.ok) return staged.refusal;
    const { stagedId } = staged.value;
    const reply = await ask('documents.replace', {
      entryId,
      documentId: document.id,
      stagedId,
      fileName: file.name,
    });
    return reply.ok ? undefined : reply.refusal;
  };
  return (
    <div className="dispatch-title-form">
      <Paragraph asChild>
        <label htmlFor="dispatch-replace">{t.replace(document.title)}</label>
      </Paragraph>
      <input
        id="dispatch-replace"
        ref={chooser}
        type="file"
        accept={entry.data?.accepts.join(',')}
        onChange={async (event) => {
          const file = event.target.files?.[0];
          if (!file) return;
          const refused = await replace(file);
          if (refused) setRefusal(refused);
          else onClose(t.done.replaced(document.title));
        }}
      />
      {refusal && <ErrorNotice refusal={refusal} />}
      <div className="dispatch-row">
        <Button data-size="sm" variant="secondary" onClick={() => onClose()}>
          {c.cancel}
        </Button>
      </div>
    </div>
  );
}
