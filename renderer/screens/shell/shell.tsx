import { SkipLink } from '@digdir/designsystemet-react';
import { useEffect, useState } from 'react';
import { shell } from '../../../texts/shell.ts';
import { onGo } from '../../api/ask.ts';
import { useClosed } from '../../api/closing.ts';
import { useConnectionLost } from '../../api/connection.ts';
import { useSession, useTexts } from '../../api/session.ts';
import { FaultBoundary } from '../../components/fault-boundary.tsx';
import { Toasts } from '../../components/toasts.tsx';
import { useAddress } from '../../routing/route.ts';
import { ClosedNotice } from './closed-notice.tsx';
import { Page } from './page.tsx';
import { SideMenu } from './side-menu.tsx';
import { TopBar } from './top-bar.tsx';
import './shell.css';

/** The frame around every screen. */
export function Shell() {
  const t = useTexts(shell);
  const { archive } = useSession();
  const address = useAddress();
  const { round } = useClosed();
  const [menuOpen, setMenuOpen] = useState(false);
  useEffect(() => onGo(goUnlessTyping), []);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a move closes the menu
  useEffect(() => setMenuOpen(false), [address]);
  return (
    <div className="shell">
      <SkipLink href="#content" onClick={skipToContent}>
        {t.skipToContent}
      </SkipLink>
      {archive.kind === 'training' ? (
        <section className="shell-training" aria-label={archive.title}>
          {t.trainingBanner}
        </section>
      ) : null}
      <TopBar menuOpen={menuOpen} onMenu={() => setMenuOpen(!menuOpen)} />
      <LostNotice />
      <ClosedNotice />
      <div className="shell-body">
        <SideMenu open={menuOpen} />
        <main id="content" className="shell-content" tabIndex={-1}>
          <FaultBoundary key={`${round} ${address}`}>
            <Page address={address} />
          </FaultBoundary>
        </main>
      </div>
      <Toasts />
    </div>
  );
}

// What is typed in an open dialog is not to be lost.
function goUnlessTyping(address: string): void {
  if (!document.querySelector('dialog[open]')) window.location.hash = address;
}

// A hash is an address here, so the link may not change it.
function skipToContent(event: { preventDefault(): void }): void {
  event.preventDefault();
  document.getElementById('content')?.focus();
}

function LostNotice() {
  const t = useTexts(shell);
  const lost = useConnectionLost();
  return (
    <div role="status" className="shell-lost" data-color="danger" hidden={!lost}>
      {lost ? (
        <>
          <b>{t.lostTitle}.</b> {t.lostText}
        </>
      ) : null}
    </div>
  );
}
