import { Button, Paragraph } from '@digdir/designsystemet-react';
import { useEffect, useRef, useState } from 'react';
import { cutAtWord, tidyTitle, titleLength, withoutForbidden } from '../../../domain/title.ts';
import type { DispatchPrepareView } from '../../../preload/contract/dispatch.ts';
import { common } from '../../../texts/common.ts';
import { dispatchTexts } from '../../../texts/dispatch.ts';
import { mendingTexts } from '../../../texts/mending.ts';
import { refusalOf } from '../../api/refusal-of.ts';
import { useTexts } from '../../api/session.ts';
import { useAsk, useCommand } from '../../api/use-ask.ts';
import { ErrorNotice } from '../../components/error-notice.tsx';
import { TitleField } from '../../components/title-field.tsx';

type Props = {
  readonly prepared: DispatchPrepareView;
  /** Takes the focus. */
  readonly first: 'title' | 'nonSensitiveTitle';
  readonly onClose: () => void;
  readonly onSaved: () => void;
};

/** The two titles of the entry, counted as they are typed; one that cannot be sent gets a proposal that can. */
export function TitleForm({ prepared, first, onClose, onSaved }: Props) {
  const t = useTexts(dispatchTexts).title;
  const c = useTexts(common);
  const [title, setTitle] = useState(prepared.title);
  const [open, setOpen] = useState(prepared.nonSensitiveTitle);
  const entry = useAsk('entries.open', { entryId: prepared.entryId });
  const run = useCommand('entries.change');
  const form = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const fields = form.current?.querySelectorAll('input') ?? [];
    fields[first === 'title' ? 0 : 1]?.focus();
  }, [first]);
  const save = async () => {
    const revision = entry.data?.revision;
    if (revision === undefined) return;
    const reply = await run.mutateAsync({
      entryId: prepared.entryId,
      revision,
      ...(title === prepared.title ? undefined : { title }),
      ...(open === prepared.nonSensitiveTitle ? undefined : { nonSensitiveTitle: open }),
    });
    if (reply.ok) onSaved();
    // The next press then builds upon what stands now.
    else if (reply.refusal.code === 'changed-meanwhile') await entry.refetch();
  };
  const refusal = refusalOf(run.data);
  const { maxTitle } = prepared.limits;
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Enter in a field saves, as in a form; a form would send the dialog's
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
      <TitleField label={t.label} value={title} max={maxTitle} onChange={setTitle} />
      <Proposal typed={title} max={maxTitle} onUse={setTitle} />
      <TitleField
        label={t.nonSensitive}
        help={t.nonSensitiveHelp}
        value={open}
        max={maxTitle}
        onChange={setOpen}
      />
      <Proposal typed={open} max={maxTitle} onUse={setOpen} />
      {refusal && <ErrorNotice refusal={refusal} />}
      <div className="dispatch-row">
        <Button data-size="sm" loading={run.isPending} onClick={() => void save()}>
          {t.save}
        </Button>
        <Button data-size="sm" variant="secondary" onClick={onClose}>
          {c.cancel}
        </Button>
      </div>
    </div>
  );
}

/** What the title would be, cut after a word and without what cannot be sent; nothing where it can be sent as it is. */
function Proposal({
  typed,
  max,
  onUse,
}: {
  readonly typed: string;
  readonly max: number;
  readonly onUse: (title: string) => void;
}) {
  const t = useTexts(mendingTexts);
  const sendable = tidyTitle(withoutForbidden(typed));
  const proposal = cutAtWord(sendable, max);
  if (titleLength(typed) === 0 || proposal === tidyTitle(typed)) return null;
  return (
    <div className="dispatch-proposal">
      <Paragraph>
        <span className="dispatch-subtle">{t.proposal}</span> {proposal}
      </Paragraph>
      <Button variant="secondary" data-size="sm" onClick={() => onUse(proposal)}>
        {t.useProposal}
      </Button>
    </div>
  );
}
