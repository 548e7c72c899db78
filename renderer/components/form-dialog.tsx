import { Button, Dialog, Heading } from '@digdir/designsystemet-react';
import { type FormEvent, type ReactNode, useEffect, useId, useRef, useState } from 'react';
import type { RefusalView } from '../../preload/contract/contract.ts';
import { common } from '../../texts/common.ts';
import { useTexts } from '../api/session.ts';
import { ErrorNotice } from './error-notice.tsx';
import './form-dialog.css';

type Props = {
  readonly title: string;
  readonly submit: string;
  readonly tone?: 'danger' | undefined;
  readonly busy?: boolean;
  /** The button that leaves things as they are: «Avbryt» where nothing is said, none where it is false. */
  readonly dismiss?: string | false | undefined;
  /** Shown above the buttons; what is typed stays. */
  readonly refusal?: RefusalView;
  readonly onSubmit: () => void;
  readonly onClose: () => void;
  readonly children: ReactNode;
};

/** A modal form: Escape and the cross close it, Enter sends it. Mount it to open it. */
export function FormDialog({
  title,
  submit,
  tone,
  busy,
  dismiss,
  refusal,
  onSubmit,
  onClose,
  children,
}: Props) {
  const t = useTexts(common);
  const heading = useId();
  const buttons = useRef<HTMLDivElement>(null);
  useFocusBack();
  // In a long form what is said above the buttons may lie out of sight.
  useEffect(() => {
    if (refusal) buttons.current?.scrollIntoView({ block: 'nearest' });
  }, [refusal]);
  const send = (event: FormEvent) => {
    event.preventDefault();
    if (!busy) onSubmit();
  };
  return (
    <Dialog open onClose={onClose} closeButton={t.close} aria-labelledby={heading} className="form-dialog">
      <form onSubmit={send} noValidate>
        <Heading level={2} data-size="xs" id={heading}>
          {title}
        </Heading>
        <div className="form-dialog-fields">{children}</div>
        {refusal ? <ErrorNotice refusal={refusal} /> : null}
        <div className="form-dialog-buttons" ref={buttons}>
          <Button type="submit" loading={busy ?? false} data-color={tone ?? 'accent'}>
            {submit}
          </Button>
          {dismiss === false ? null : (
            <Button variant="secondary" onClick={onClose}>
              {dismiss ?? t.cancel}
            </Button>
          )}
        </div>
      </form>
    </Dialog>
  );
}

/** A dialog that is taken away, rather than closed, leaves the focus nowhere: it goes back to where it came from. */
function useFocusBack(): void {
  const [from] = useState(() => document.activeElement);
  useEffect(
    () => () => {
      queueMicrotask(() => {
        const nowhere = document.activeElement === null || document.activeElement === document.body;
        if (nowhere && from instanceof HTMLElement && from.isConnected) from.focus();
      });
    },
    [from],
  );
}
