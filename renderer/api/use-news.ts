import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import type { News } from '../../preload/contract/contract.ts';
import { shell } from '../../texts/shell.ts';
import { toast } from '../parts/toasts.tsx';
import { addressOf } from '../place.ts';
import { onTell } from './ask.ts';
import { useTexts } from './session.ts';
import { refreshShown } from './use-ask.ts';

/** Hears the application's news for as long as the window is open: reads again, and tells the clerk. */
export function useNews(): void {
  const client = useQueryClient();
  const t = useTexts(shell);
  const texts = useRef(t);
  texts.current = t;
  useEffect(
    () =>
      onTell((news) => {
        void refreshShown(client);
        tell(news, texts.current);
      }),
    [client],
  );
}

function tell(news: News, t: (typeof shell)['nb']): void {
  switch (news.kind) {
    case 'archive.changed':
      return;
    case 'answer.received': {
      const address = addressOf({ at: 'entry', entryId: news.entryId });
      if (news.outcome === 'signed') toast('success', t.newsSigned(news.title, news.caseNumber), address);
      else if (news.outcome === 'failed')
        toast('warning', t.newsFailed(news.title, news.caseNumber), address);
      else toast('danger', t.newsUndeliverable(news.title, news.caseNumber), address);
      return;
    }
    case 'dispatch.sent':
      toast('success', t.newsSent(news.recordNumber), addressOf({ at: 'entry', entryId: news.entryId }));
      return;
    case 'dispatch.failed':
      toast('danger', t.newsSendFailed(news.recordNumber), addressOf({ at: 'entry', entryId: news.entryId }));
  }
}
