import { Button, Dialog, Fieldset, Heading, Paragraph, Radio, Spinner } from '@digdir/designsystemet-react';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useId, useRef, useState } from 'react';
import type { OutputOf } from '../../../preload/contract/contract.ts';
import type { DispatchPrepareView, WeighedView } from '../../../preload/contract/dispatch.ts';
import { common } from '../../../texts/common.ts';
import { formatBytes } from '../../../texts/format.ts';
import { shrinkingTexts } from '../../../texts/shrinking.ts';
import { refusalOf } from '../../api/refusal-of.ts';
import { useLanguage, useTexts } from '../../api/session.ts';
import { askOptions, useAsk, useCommand } from '../../api/use-ask.ts';
import { ErrorNotice } from '../../components/error-notice.tsx';
import { PagePair } from '../../components/pdf/page-pair.tsx';
import { useEntryActs } from './use-entry-acts.ts';

type Shrunk = OutputOf<'shrinking.make'>;
type Props = {
  readonly entryId: DispatchPrepareView['entryId'];
  readonly document: WeighedView['documents'][number];
  /** With what has been done; with nothing where the original stays. */
  readonly onClose: (done?: string) => void;
};

/** «Gjør bildene mindre»: choose how sharp, look at before and after, and keep the one or the other. */
export function ShrinkDialog({ entryId, document, onClose }: Props) {
  const t = useTexts(shrinkingTexts);
  const c = useTexts(common);
  const language = useLanguage();
  const heading = useId();
  const { id: documentId, title } = document;
  const [dotsPerInch, setDotsPerInch] = useState<200 | 150>(200);
  const [stopped, setStopped] = useState(false);
  const [made, setMade] = useState<Shrunk>();
  const make = useCommand('shrinking.make');
  const cancel = useCommand('shrinking.cancel');
  const accept = useCommand('shrinking.accept');
  const acts = useEntryActs(entryId);
  const leave = () => {
    if (make.isPending) void cancel.mutateAsync({ documentId });
    onClose();
  };
  const run = async () => {
    setStopped(false);
    const reply = await make.mutateAsync({ entryId, documentId, dotsPerInch });
    if (reply.ok) setMade(reply.value);
  };
  const stop = async () => {
    setStopped(true);
    await cancel.mutateAsync({ documentId });
  };
  const save = async ({ sha256, bytes }: Shrunk) => {
    if (await acts.reopen()) return;
    const reply = await accept.mutateAsync({ entryId, documentId, seen: sha256 });
    if (reply.ok) onClose(t.accepted(title, formatBytes(bytes, language)));
  };
  const refusal = stopped ? undefined : refusalOf(make.isPending ? undefined : make.data);
  return (
    <Dialog open onClose={leave} closeButton={c.close} aria-labelledby={heading} className="shrink-dialog">
      <Heading level={2} data-size="xs" id={heading}>
        {t.heading(title)}
      </Heading>
      {made ? (
        <Result
          entryId={entryId}
          documentId={documentId}
          made={made}
          saving={accept.isPending}
          onAccept={() => void save(made)}
          onAgain={() => setMade(undefined)}
          onKeep={leave}
        />
      ) : (
        <>
          <Paragraph>{t.intro}</Paragraph>
          <Fieldset>
            <Fieldset.Legend>{t.sharpness}</Fieldset.Legend>
            {([200, 150] as const).map((choice) => (
              <Radio
                key={choice}
                name="sharpness"
                value={String(choice)}
                label={t[choice]}
                checked={dotsPerInch === choice}
                onChange={() => setDotsPerInch(choice)}
              />
            ))}
          </Fieldset>
          {make.isPending && <Working documentId={documentId} />}
          {stopped && !make.isPending && <Paragraph role="status">{t.stopped}</Paragraph>}
          {refusal && <ErrorNotice refusal={refusal} />}
          <div className="form-dialog-buttons">
            {make.isPending ? (
              <Button variant="secondary" onClick={() => void stop()}>
                {t.stop}
              </Button>
            ) : (
              <Button onClick={() => void run()}>{t.make}</Button>
            )}
            <Button variant="secondary" onClick={leave}>
              {t.cancel}
            </Button>
          </div>
        </>
      )}
      {refusalOf(accept.data) && <ErrorNotice refusal={refusalOf(accept.data) ?? { code: 'internal' }} />}
    </Dialog>
  );
}

function Working({ documentId }: { readonly documentId: WeighedView['documents'][number]['id'] }) {
  const t = useTexts(shrinkingTexts);
  const { data } = useQuery({
    ...askOptions('shrinking.progress', { documentId }),
    refetchInterval: 500,
    gcTime: 0,
  });
  const far = data?.progress;
  return (
    <p role="status" className="shrink-working">
      <Spinner aria-hidden="true" data-size="xs" /> {t.working} {far && t.far(far.done, far.pages)}
    </p>
  );
}

function Result({
  entryId,
  documentId,
  made,
  saving,
  onAccept,
  onAgain,
  onKeep,
}: {
  readonly entryId: DispatchPrepareView['entryId'];
  readonly documentId: string;
  readonly made: Shrunk;
  readonly saving: boolean;
  readonly onAccept: () => void;
  readonly onAgain: () => void;
  readonly onKeep: () => void;
}) {
  const t = useTexts(shrinkingTexts);
  const language = useLanguage();
  const entry = useAsk('entries.open', { entryId });
  const original = entry.data?.documents.find(({ id }) => id === documentId)?.current?.url;
  const sum = useRef<HTMLParagraphElement>(null);
  // The button that led here is gone.
  useEffect(() => sum.current?.focus(), []);
  return (
    <>
      <Paragraph ref={sum} tabIndex={-1}>
        <strong>{t.sizes(formatBytes(made.before, language), formatBytes(made.bytes, language))}</strong>{' '}
        {t.images(made.images)} {t.left(made.left)} {t.compared(made.pages)}
      </Paragraph>
      {original && <PagePair before={original} after={made.url} pages={made.pages} />}
      <div className="form-dialog-buttons">
        <Button loading={saving} onClick={onAccept}>
          {t.accept}
        </Button>
        <Button variant="secondary" onClick={onAgain}>
          {t.again}
        </Button>
        <Button variant="secondary" onClick={onKeep}>
          {t.cancel}
        </Button>
      </div>
    </>
  );
}
