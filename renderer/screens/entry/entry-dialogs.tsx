import { Fieldset, Paragraph, Radio, Textfield } from '@digdir/designsystemet-react';
import { useState } from 'react';
import { type ClearanceWay, clearanceWays } from '../../../domain/code-lists.ts';
import { codesOf } from '../../../domain/codes.ts';
import type { EntryView } from '../../../preload/contract/entries.ts';
import { codes } from '../../../texts/codes.ts';
import { entryTexts } from '../../../texts/entry.ts';
import { refusalOf } from '../../api/refusal-of.ts';
import { useTexts } from '../../api/session.ts';
import { useCommand } from '../../api/use-ask.ts';
import { ConfirmDialog } from '../../components/confirm-dialog.tsx';
import { FormDialog } from '../../components/form-dialog.tsx';
import { toast } from '../../components/toasts.tsx';
import { navigate } from '../../routing/route.ts';

type Props = { readonly entry: EntryView; readonly onClose: () => void };

/** Expunging keeps the entry in the case, so why must be said. */
export function ExpungeDialog({ entry, onClose }: Props) {
  const t = useTexts(entryTexts);
  const c = useTexts(codes);
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const run = useCommand('entries.setStatus');
  const missing = reason.trim() === '';
  const submit = async () => {
    setTried(true);
    if (missing) return;
    const reply = await run.mutateAsync({
      entryId: entry.id,
      revision: entry.revision,
      to: 'U',
      reason: reason.trim(),
    });
    if (!reply.ok) return;
    toast('success', t.stepDone(`U – ${c.entryStatusShort.U}`));
    onClose();
  };
  return (
    <FormDialog
      title={t.expunge.heading}
      submit={t.expunge.do}
      tone="danger"
      busy={run.isPending}
      refusal={refusalOf(run.data)}
      onSubmit={() => void submit()}
      onClose={onClose}
    >
      <Paragraph>{t.expunge.body}</Paragraph>
      <Textfield
        label={t.expunge.reason}
        multiline
        rows={3}
        value={reason}
        required
        error={tried && missing ? t.expunge.reasonMissing : undefined}
        onChange={(event) => setReason(event.target.value)}
      />
    </FormDialog>
  );
}

export function RemoveDialog({ entry, onClose }: Props) {
  const t = useTexts(entryTexts);
  const run = useCommand('entries.delete');
  const submit = async () => {
    const reply = await run.mutateAsync({ entryId: entry.id });
    if (!reply.ok) return;
    onClose();
    navigate({ at: 'case', caseId: entry.caseId });
  };
  return (
    <ConfirmDialog
      title={t.remove.heading}
      text={t.remove.body}
      confirm={t.remove.do}
      tone="danger"
      busy={run.isPending}
      refusal={refusalOf(run.data)}
      onConfirm={() => void submit()}
      onClose={onClose}
    />
  );
}

export function ClearDialog({ entry, onClose }: Props) {
  const t = useTexts(entryTexts);
  const c = useTexts(codes);
  const [way, setWay] = useState<ClearanceWay>('TE');
  const run = useCommand('entries.clear');
  const submit = async () => {
    const reply = await run.mutateAsync({ entryId: entry.id, way });
    if (!reply.ok) return;
    toast('success', t.clear.done);
    onClose();
  };
  return (
    <FormDialog
      title={t.clear.heading}
      submit={t.clear.do}
      busy={run.isPending}
      refusal={refusalOf(run.data)}
      onSubmit={() => void submit()}
      onClose={onClose}
    >
      <Fieldset>
        <Fieldset.Legend>{t.clear.way}</Fieldset.Legend>
        {codesOf(clearanceWays).map((one) => (
          <Radio
            key={one}
            name="clearance"
            value={one}
            label={c.clearanceWay[one]}
            checked={way === one}
            onChange={() => setWay(one)}
          />
        ))}
      </Fieldset>
    </FormDialog>
  );
}
