import { Button, Paragraph } from '@digdir/designsystemet-react';
import { UploadIcon } from '@navikt/aksel-icons';
import { type DragEvent, useRef, useState } from 'react';
import { STAGE_LIMIT } from '../../../preload/contract/channels.ts';
import type { RefusalView } from '../../../preload/contract/contract.ts';
import type { ControlView } from '../../../preload/contract/signatures.ts';
import { signatureTexts } from '../../../texts/signatures.ts';
import { ask, stage } from '../../api/ask.ts';
import { useTexts } from '../../api/session.ts';
import { ErrorNotice } from '../../components/error-notice.tsx';
import { ControlReport } from './control-report.tsx';
import './signatures.css';

type State =
  | { readonly at: 'waiting' }
  | { readonly at: 'working'; readonly file: string }
  | { readonly at: 'refused'; readonly refusal: RefusalView }
  | { readonly at: 'told'; readonly sentence: string }
  | { readonly at: 'done'; readonly control: ControlView };

/** Where a signed file is dropped or chosen, and what was found out about it. Nothing of it is stored. */
export function ControlPlace() {
  const t = useTexts(signatureTexts);
  const [state, setState] = useState<State>({ at: 'waiting' });
  const [over, setOver] = useState(false);
  const chooser = useRef<HTMLInputElement>(null);
  const take = async (files: readonly File[]) => {
    const [file] = files;
    if (!file) return;
    if (files.length > 1) return setState({ at: 'told', sentence: t.oneAtATime });
    if (file.size > STAGE_LIMIT) return setState({ at: 'told', sentence: t.tooLarge(file.name) });
    setState({ at: 'working', file: file.name });
    setState(await control(file));
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    void take([...event.dataTransfer.files]);
  };
  return (
    <div className="control-stack">
      {/* biome-ignore lint/a11y/noStaticElementInteractions: dropping is a second way to what the button does */}
      <div
        className="control-place"
        data-over={over || undefined}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={drop}
      >
        <UploadIcon aria-hidden />
        <p>{t.drop}</p>
        <Button variant="secondary" loading={state.at === 'working'} onClick={() => chooser.current?.click()}>
          {state.at === 'done' ? t.another : t.choose}
        </Button>
        <Paragraph data-size="sm">{t.limit}</Paragraph>
        <input
          ref={chooser}
          type="file"
          hidden
          aria-label={t.choose}
          accept=".pdf,.xml"
          onChange={(event) => {
            const chosen = [...(event.target.files ?? [])];
            event.target.value = '';
            void take(chosen);
          }}
        />
      </div>
      <div role="status" className="control-stack">
        {state.at === 'working' ? <Paragraph>{t.working(state.file)}</Paragraph> : null}
        {state.at === 'done' ? <ControlReport control={state.control} /> : null}
      </div>
      {state.at === 'told' ? <Paragraph role="alert">{state.sentence}</Paragraph> : null}
      {state.at === 'refused' ? <ErrorNotice refusal={state.refusal} /> : null}
    </div>
  );
}

async function control(file: File): Promise<State> {
  const bytes = await file.arrayBuffer().catch(() => undefined);
  if (!bytes) return { at: 'refused', refusal: { code: 'file-missing', facts: { file: file.name } } };
  const staged = await stage(new Uint8Array(bytes));
  if (!staged.ok) return { at: 'refused', refusal: staged.refusal };
  const reply = await ask('signatures.control', { stagedId: staged.value.stagedId, fileName: file.name });
  return reply.ok ? { at: 'done', control: reply.value } : { at: 'refused', refusal: reply.refusal };
}
