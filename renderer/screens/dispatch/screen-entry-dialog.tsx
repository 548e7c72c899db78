import { Paragraph } from '@digdir/designsystemet-react';
import { useState } from 'react';
import type { DispatchPrepareView } from '../../../preload/contract/dispatch.ts';
import type { EntryView } from '../../../preload/contract/entries.ts';
import { mendingTexts } from '../../../texts/mending.ts';
import { refusalOf } from '../../api/refusal-of.ts';
import { useTexts } from '../../api/session.ts';
import { useAsk, useCommand } from '../../api/use-ask.ts';
import { FormDialog } from '../../components/form-dialog.tsx';
import { ScreeningFields } from '../../components/screening-fields.tsx';
import { screeningFromForm, screeningToForm } from '../../components/screening-form.ts';
import { refusalAtFoot } from '../../components/screening-refusal.ts';

type Props = {
  readonly entryId: DispatchPrepareView['entryId'];
  readonly onClose: () => void;
  readonly onSaved: () => void;
};

/** Screens the entry without leaving the dispatch. */
export function ScreenEntryDialog(props: Props) {
  const entry = useAsk('entries.open', { entryId: props.entryId });
  return entry.data ? <Fields entry={entry.data} {...props} /> : null;
}

function Fields({ entry, onClose, onSaved }: Props & { readonly entry: EntryView }) {
  const t = useTexts(mendingTexts).screening;
  const run = useCommand('entries.change');
  const [form, setForm] = useState(() => screeningToForm(entry.screening));
  const [publicTitle, setPublicTitle] = useState(entry.publicTitle ?? '');
  const [tried, setTried] = useState(false);
  const basisMissing = form.accessCode !== '' && form.legalBasis.trim() === '';
  const refusal = refusalOf(run.data);
  const save = async () => {
    setTried(true);
    const screening = screeningFromForm(form);
    if (basisMissing || !screening) return;
    const { id: entryId, revision } = entry;
    const reply = await run.mutateAsync({ entryId, revision, screening, publicTitle });
    if (reply.ok) onSaved();
  };
  return (
    <FormDialog
      title={t.heading}
      submit={t.save}
      busy={run.isPending}
      refusal={refusalAtFoot(refusal)}
      onSubmit={() => void save()}
      onClose={onClose}
    >
      <Paragraph>{t.help}</Paragraph>
      <ScreeningFields
        form={form}
        title={entry.title}
        publicTitle={publicTitle}
        of="entry"
        frozen={entry.frozen.includes('screening')}
        basisMissing={tried && basisMissing}
        refusal={refusal}
        onChange={(screening, words) => {
          setForm(screening);
          setPublicTitle(words);
        }}
      />
    </FormDialog>
  );
}
