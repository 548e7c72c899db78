import { QueryCache, QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { useLayoutEffect, useState } from 'react';
import { isCode } from '../domain/codes.ts';
import { languages, type Preferences, themes } from '../domain/preferences.ts';
import type { RefusalView } from '../preload/contract/contract.ts';
import { shell } from '../texts/shell.ts';
import { closeFor } from './api/closing.ts';
import { takesAway } from './api/lost-rights.ts';
import { RefusalError } from './api/refusal.ts';
import { SessionContext, StartLanguage, useSession, useTexts } from './api/session.ts';
import { useAsk } from './api/use-ask.ts';
import { ErrorNotice } from './components/error-notice.tsx';
import { FaultBoundary } from './components/fault-boundary.tsx';
import { LoadingLines, useLate } from './components/query-boundary.tsx';
import { ChooseUser } from './screens/set-up/choose-user.tsx';
import { MissingArchiveScreen } from './screens/set-up/missing-archive-screen.tsx';
import { SetUpScreen } from './screens/set-up/set-up-screen.tsx';
import { Shell } from './screens/shell/shell.tsx';
import { useEvents } from './screens/shell/use-events.ts';
import { LockedScreen } from './screens/vault/locked-screen.tsx';
import { RecoveryKeyScreen } from './screens/vault/recovery-key-screen.tsx';

const client = new QueryClient({
  // A refusal that takes away what was shown leaves nothing of it to be drawn.
  queryCache: new QueryCache({
    onError: (fault, query) => {
      if (!(fault instanceof RefusalError) || !takesAway(fault.view) || query.state.data === undefined)
        return;
      closeFor({ kind: 'page', why: fault.view });
      query.setState({ data: undefined });
    },
  }),
  defaultOptions: {
    // The application is on this machine: no network to wait for, and a refusal stays one when asked again.
    queries: { retry: false, networkMode: 'always', refetchOnWindowFocus: false },
    // What a command answered, as an identity number, is forgotten with what showed it.
    mutations: { retry: false, networkMode: 'always', gcTime: 0 },
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
  const before = startLooks(session.error?.view);
  useLooks(session.data ?? before);
  if (session.data)
    return (
      <SessionContext value={session.data}>
        <Events />
        <Desk />
      </SessionContext>
    );
  if (session.error?.view.code === 'archive-not-set-up')
    return (
      <StartLanguage value={before.language}>
        <SetUpScreen />
      </StartLanguage>
    );
  if (session.error?.view.code === 'archive-missing')
    return (
      <StartLanguage value={before.language}>
        <MissingArchiveScreen missing={session.error.view} />
      </StartLanguage>
    );
  if (session.error?.view.code === 'vault-locked')
    return (
      <StartLanguage value={before.language}>
        <LockedScreen refusal={session.error.view} />
      </StartLanguage>
    );
  if (session.error?.view.code === 'user-not-chosen')
    return (
      <StartLanguage value={before.language}>
        <ChooseUser />
      </StartLanguage>
    );
  if (session.error) return <StartFault fault={session.error} onRetry={() => void session.refetch()} />;
  return late ? <LoadingLines /> : null;
}

/** The vault's recovery key is the last step of setting up; it may be left for later, for as long as the window is open. */
function Desk() {
  const { recoveryKeyDue } = useSession();
  const [later, setLater] = useState(false);
  return recoveryKeyDue && !later ? <RecoveryKeyScreen onLater={() => setLater(true)} /> : <Shell />;
}

function Events() {
  useEvents();
  return null;
}

function StartFault({ fault, onRetry }: { readonly fault: RefusalError; readonly onRetry: () => void }) {
  const t = useTexts(shell);
  return (
    <main className="start-fault">
      <h1 className="ds-heading">{t.startTitle}</h1>
      <ErrorNotice refusal={fault.view} onRetry={onRetry} />
    </main>
  );
}

type Looks = Pick<Preferences, 'language' | 'theme'>;

/** Where there is no session yet, the refusal tells how the window should look and speak. */
function startLooks(refusal: RefusalView | undefined): Looks {
  const told =
    refusal?.code === 'archive-not-set-up' ||
    refusal?.code === 'archive-missing' ||
    refusal?.code === 'user-not-chosen' ||
    refusal?.code === 'vault-locked';
  const { language = '', theme = '' }: { readonly language?: string; readonly theme?: string } = told
    ? refusal.facts
    : {};
  return {
    language: isCode(languages, language) ? language : 'nb',
    theme: isCode(themes, theme) ? theme : 'auto',
  };
}

function useLooks({ language, theme }: Looks) {
  useLayoutEffect(() => {
    document.documentElement.lang = language;
    document.documentElement.dataset.colorScheme = theme;
  }, [language, theme]);
}
