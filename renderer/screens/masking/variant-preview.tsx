import { Button, Heading, Paragraph, ToggleGroup } from '@digdir/designsystemet-react';
import { useEffect, useRef, useState } from 'react';
import type { OutputOf } from '../../../preload/contract/contract.ts';
import { maskingTexts } from '../../../texts/masking.ts';
import { refusalOf } from '../../api/refusal-of.ts';
import { useTexts } from '../../api/session.ts';
import { useCommand } from '../../api/use-ask.ts';
import { ErrorNotice } from '../../components/error-notice.tsx';
import { PdfView } from '../../components/pdf/pdf-view.tsx';
import { toast } from '../../components/toasts.tsx';

type Props = {
  readonly entryId: string;
  readonly documentId: string;
  readonly title: string;
  readonly original: string;
  readonly drawn: OutputOf<'masking.draw'>;
  readonly onBack: () => void;
  readonly onSaved: () => void;
};

/** The very file that will be saved, and the original to hold it against. */
export function VariantPreview({ entryId, documentId, title, original, drawn, onBack, onSaved }: Props) {
  const t = useTexts(maskingTexts).preview;
  const [side, setSide] = useState('after');
  const save = useCommand('masking.save');
  const heading = useRef<HTMLHeadingElement>(null);
  // The button that led here is gone.
  useEffect(() => heading.current?.focus(), []);
  const run = async () => {
    const reply = await save.mutateAsync({ entryId, documentId, seen: drawn.sha256 });
    if (!reply.ok) return;
    toast('success', t.saved(title));
    onSaved();
  };
  const refusal = refusalOf(save.data);
  return (
    <div className="mask-preview">
      <Heading level={3} data-size="2xs" ref={heading} tabIndex={-1}>
        {t.heading}
      </Heading>
      <Paragraph data-size="sm">{t.checked}</Paragraph>
      <ToggleGroup data-size="sm" aria-label={t.sides} value={side} onChange={setSide}>
        <ToggleGroup.Item value="after">{t.after}</ToggleGroup.Item>
        <ToggleGroup.Item value="before">{t.before}</ToggleGroup.Item>
      </ToggleGroup>
      {side === 'after' ? (
        <PdfView key="after" url={drawn.url} title={t.after} fileName={drawn.fileName} />
      ) : (
        <PdfView key="before" url={original} title={t.before} />
      )}
      {refusal && !save.isPending && <ErrorNotice refusal={refusal} />}
      <div className="mask-buttons">
        <Button loading={save.isPending} onClick={() => void run()}>
          {t.save}
        </Button>
        <Button variant="secondary" onClick={onBack}>
          {t.back}
        </Button>
      </div>
    </div>
  );
}
