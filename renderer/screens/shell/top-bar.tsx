import { Button } from '@digdir/designsystemet-react';
import { ExternalLinkIcon, MenuHamburgerIcon, PlusIcon, QuestionmarkCircleIcon } from '@navikt/aksel-icons';
import { useEffect, useState } from 'react';
import { common } from '../../../texts/common.ts';
import { setUp } from '../../../texts/set-up.ts';
import { shell } from '../../../texts/shell.ts';
import { useSession, useTexts } from '../../api/session.ts';
import { navigate, parseAddress, useAddress } from '../../routing/route.ts';
import { CaseDialog } from '../cases/case-dialog.tsx';
import { FetchAnswers } from './fetch-answers.tsx';
import { GoToField } from './go-to-field.tsx';
import { HelpDialog } from './help-dialog.tsx';
import { useKeys } from './use-keys.ts';
import { UserMenu } from './user-menu.tsx';

type Props = { readonly menuOpen: boolean; readonly onMenu: () => void };

export function TopBar({ menuOpen, onMenu }: Props) {
  const t = useTexts(shell);
  const drift = useTexts(setUp).production;
  const { signerPortal, archive } = useSession();
  const [open, setOpen] = useState<'help' | 'case' | undefined>();
  const asked = parseAddress(useAddress()).at === 'new-case';
  useEffect(() => {
    if (!asked) return;
    setOpen('case');
    // Done: the same may be asked for again.
    navigate({ at: 'desk' });
  }, [asked]);
  useKeys({ onHelp: () => setOpen('help'), onNewCase: () => setOpen('case') });
  return (
    <header className="top-bar">
      <Button
        variant="tertiary"
        data-color="neutral"
        className="top-bar-menu"
        aria-expanded={menuOpen}
        aria-controls="main-menu"
        onClick={onMenu}
      >
        <MenuHamburgerIcon aria-hidden />
        {t.openMenu}
      </Button>
      <a href="#/" className="top-bar-name" title={archive.title}>
        <b>{useTexts(common).productName}</b>
        <span>
          {archive.kind === 'production' ? `${drift} · ${archive.recordCreator}` : archive.recordCreator}
        </span>
      </a>
      <GoToField />
      <Button onClick={() => setOpen('case')} data-size="sm">
        <PlusIcon aria-hidden />
        {t.newCase}
      </Button>
      <FetchAnswers />
      {signerPortal ? (
        <a className="ds-link top-bar-portal" href={signerPortal} target="_blank" rel="noreferrer">
          {t.openSignerPortal}
          <ExternalLinkIcon aria-hidden />
          <span className="ds-sr-only"> {t.opensNewWindow}</span>
        </a>
      ) : null}
      <Button
        variant="tertiary"
        icon
        data-color="neutral"
        aria-label={t.help}
        title={`${t.help} (F1)`}
        onClick={() => setOpen('help')}
      >
        <QuestionmarkCircleIcon aria-hidden />
      </Button>
      <UserMenu />
      {open === 'help' ? <HelpDialog onClose={() => setOpen(undefined)} /> : null}
      {open === 'case' ? <CaseDialog onClose={() => setOpen(undefined)} /> : null}
    </header>
  );
}
