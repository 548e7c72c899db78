import { Alert, Button } from '@digdir/designsystemet-react';
import { XMarkIcon } from '@navikt/aksel-icons';
import { useEffect, useSyncExternalStore } from 'react';
import { shell } from '../../texts/shell.ts';
import { useTexts } from '../api/session.ts';
import './toasts.css';

type Toast = {
  readonly id: number;
  readonly tone: 'success' | 'info' | 'warning' | 'danger';
  readonly text: string;
  readonly address?: string;
};

let shown: readonly Toast[] = [];
let next = 1;
const listeners = new Set<() => void>();
const change = (to: readonly Toast[]) => {
  shown = to;
  for (const listener of listeners) listener();
};
const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

/** A message in the corner, read aloud. `address` makes it lead somewhere. */
export function toast(tone: Toast['tone'], text: string, address?: string): void {
  const same = shown.filter((one) => one.text !== text).slice(-3);
  change([...same, { id: next++, tone, text, address }]);
}

const dismiss = (id: number) => change(shown.filter((one) => one.id !== id));
const STAYS_MS = 8_000;

function ToastLine({ id, tone, text, address }: Toast) {
  const t = useTexts(shell);
  useEffect(() => {
    // An error stays until the user closes it.
    if (tone === 'danger' || tone === 'warning') return;
    const timer = setTimeout(() => dismiss(id), STAYS_MS);
    return () => clearTimeout(timer);
  }, [id, tone]);
  return (
    <Alert data-color={tone} data-size="sm" className="toast">
      <span>{text}</span>
      {address ? (
        <a href={address} className="ds-link" onClick={() => dismiss(id)}>
          {t.show}
        </a>
      ) : null}
      <Button
        variant="tertiary"
        icon
        data-size="sm"
        data-color="neutral"
        aria-label={t.dismiss}
        onClick={() => dismiss(id)}
      >
        <XMarkIcon aria-hidden />
      </Button>
    </Alert>
  );
}

export function Toasts() {
  const t = useTexts(shell);
  const toasts = useSyncExternalStore(subscribe, () => shown);
  return (
    <section className="toasts" aria-label={t.messages} aria-live="polite" aria-relevant="additions">
      {toasts.map((one) => (
        <ToastLine key={one.id} {...one} />
      ))}
    </section>
  );
}
