import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { useLayoutEffect } from 'react';
import type { SessionView } from '../preload/contract/session.ts';
import { shell } from '../texts/shell.ts';
import type { Refusal } from './api/refusal.ts';
import { SessionContext, useTexts } from './api/session.ts';
import { useAsk } from './api/use-ask.ts';
import { useNews } from './api/use-news.ts';
import { LoadingLines, useLate } from './parts/answered.tsx';
import { ErrorNotice } from './parts/error-notice.tsx';
import { FaultBoundary } from './parts/fault-boundary.tsx';
import { Shell } from './screens/shell/shell.tsx';

const client = new QueryClient({
  defaultOptions: {
    // The application is on this machine: no network to wait for, and a refusal stays one when asked again.
    queries: { retry: false, networkMode: 'always', refetchOnWindowFocus: false },
    mutations: { retry: false, networkMode: 'always' },
  },
});

export const App = () => (
  <QueryClientProvider client={client}>
    <FaultBoundary>
      <Start />
    </FaultBoundary>
  </QueryClientProvider>
);

function Start() {
  const session = useAsk('session.open', {});
  const late = useLate(session.isPending);
  useLooks(session.data);
  if (session.data)
    return (
      <SessionContext value={session.data}>
        <News />
        <Shell />
      </SessionContext>
    );
  if (session.error) return <StartFault fault={session.error} onRetry={() => void session.refetch()} />;
  return late ? <LoadingLines /> : null;
}

function News() {
  useNews();
  return null;
}

function StartFault({ fault, onRetry }: { readonly fault: Refusal; readonly onRetry: () => void }) {
  const t = useTexts(shell);
  return (
    <main className="start-fault">
      <h1 className="ds-heading">{t.startTitle}</h1>
      <ErrorNotice refusal={fault.view} onRetry={onRetry} />
    </main>
  );
}

function useLooks(session: SessionView | undefined) {
  const language = session?.language ?? 'nb';
  const theme = session?.theme ?? 'auto';
  useLayoutEffect(() => {
    document.documentElement.lang = language;
    document.documentElement.dataset.colorScheme = theme;
  }, [language, theme]);
}
