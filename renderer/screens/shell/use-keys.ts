import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useEffectEvent } from 'react';
import type { OutputOf } from '../../../preload/contract/contract.ts';
import { shell } from '../../../texts/shell.ts';
import { everything, refresh } from '../../api/affected.ts';
import { useTexts } from '../../api/session.ts';
import { askOptions } from '../../api/use-ask.ts';
import { toast } from '../../components/toasts.tsx';
import { navigate } from '../../routing/route.ts';
import { GO_TO_ID } from './go-to-field.tsx';

type Actions = { readonly onHelp: () => void; readonly onNewCase: () => void };

/** The keys that work everywhere. A browser keeps Ctrl+N for itself, so Alt+N does the same. */
export function useKeys(actions: Actions): void {
  const client = useQueryClient();
  const t = useTexts(shell);
  const baskets = (): OutputOf<'desk.baskets'>['baskets'] =>
    client.getQueryData(askOptions('desk.baskets', {}).queryKey)?.baskets ?? [];
  const actionFor = (event: KeyboardEvent): (() => void) | undefined => {
    if (event.key === 'F5' && !event.ctrlKey)
      return () => void refresh(client, everything).then(() => toast('info', t.refreshed));
    if (document.querySelector('dialog[open]')) return undefined;
    const plain = !event.ctrlKey && !event.altKey && !event.metaKey;
    if (plain && (event.key === 'F1' || event.key === 'F2')) return actions.onHelp;
    if (plain && event.key === '?' && !isTyping(event.target)) return actions.onHelp;
    if (event.ctrlKey && !event.shiftKey && event.code === 'KeyK') return focusGoTo;
    if ((event.ctrlKey || event.altKey) && !event.shiftKey && event.code === 'KeyN') return actions.onNewCase;
    const digit = /^Digit(\d)$/.exec(event.code)?.[1];
    if (event.altKey && !event.ctrlKey && digit !== undefined) {
      const basket = baskets()[(Number(digit) + 9) % 10];
      return basket ? () => navigate({ at: 'basket', basket: basket.id }) : undefined;
    }
    return undefined;
  };
  const pressed = useEffectEvent((event: KeyboardEvent) => {
    const run = actionFor(event);
    if (!run) return;
    event.preventDefault();
    run();
  });
  useEffect(() => {
    window.addEventListener('keydown', pressed);
    return () => window.removeEventListener('keydown', pressed);
  }, []);
}

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName));

function focusGoTo(): void {
  const field = document.getElementById(GO_TO_ID);
  if (field instanceof HTMLInputElement) {
    field.focus();
    field.select();
  }
}
