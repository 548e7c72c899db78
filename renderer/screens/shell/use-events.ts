import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useEffectEvent } from 'react';
import type { ArchiveEvent } from '../../../domain/events.ts';
import { shell } from '../../../texts/shell.ts';
import { changedBy, refresh } from '../../api/affected.ts';
import { onEvent } from '../../api/ask.ts';
import { useTexts } from '../../api/session.ts';
import { toast } from '../../components/toasts.tsx';
import { addressOf } from '../../routing/route.ts';

/** Listens to the application's events while the window is open: refetches what changed and shows a message. */
export function useEvents(): void {
  const client = useQueryClient();
  const t = useTexts(shell);
  const heard = useEffectEvent((event: ArchiveEvent) => {
    void refresh(client, changedBy(event));
    announce(event, t);
  });
  useEffect(() => onEvent(heard), []);
}

function announce(event: ArchiveEvent, t: (typeof shell)['nb']): void {
  switch (event.kind) {
    case 'archive.changed':
    // Whoever began the act listens to it.
    case 'jobs.progress':
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
      return;
    default:
      // A new kind of event does not compile until it is told of here.
      event satisfies never;
  }
}
