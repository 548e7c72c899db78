import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import type { ArchiveEvent } from '../../../domain/events.ts';
import { shell } from '../../../texts/shell.ts';
import { onEvent } from '../../api/ask.ts';
import { useTexts } from '../../api/session.ts';
import { refreshShown } from '../../api/use-ask.ts';
import { toast } from '../../components/toasts.tsx';
import { addressOf } from '../../routing/route.ts';

/** Hears the application's events for as long as the window is open: reads again, and tells the clerk. */
export function useEvents(): void {
  const client = useQueryClient();
  const t = useTexts(shell);
  const texts = useRef(t);
  texts.current = t;
  useEffect(
    () =>
      onEvent((event) => {
        void refreshShown(client);
        announce(event, texts.current);
      }),
    [client],
  );
}

function announce(event: ArchiveEvent, t: (typeof shell)['nb']): void {
  switch (event.kind) {
    case 'archive.changed':
      return;
    case 'answer.received': {
      const address = addressOf({ at: 'entry', entryId: event.entryId });
      if (event.outcome === 'signed') toast('success', t.newsSigned(event.title, event.caseNumber), address);
      else if (event.outcome === 'failed')
        toast('warning', t.newsFailed(event.title, event.caseNumber), address);
      else if (event.outcome === 'doubtful') toast('danger', t.newsDoubtful(event.title), address);
      else toast('danger', t.newsUndeliverable(event.title, event.caseNumber), address);
      return;
    }
    case 'dispatch.sent':
      toast('success', t.newsSent(event.recordNumber), addressOf({ at: 'entry', entryId: event.entryId }));
      return;
    case 'dispatch.failed':
      toast(
        'danger',
        t.newsSendFailed(event.recordNumber),
        addressOf({ at: 'entry', entryId: event.entryId }),
      );
  }
}
