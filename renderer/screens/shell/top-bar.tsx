import { Button } from '@digdir/designsystemet-react';
import { ExternalLinkIcon, MenuHamburgerIcon, PlusIcon, QuestionmarkCircleIcon } from '@navikt/aksel-icons';
import { useEffect, useEffectEvent, useState } from 'react';
import { common } from '../../../texts/common.ts';
import { setUp } from '../../../texts/set-up.ts';
import { shell } from '../../../texts/shell.ts';
import { useClosed } from '../../api/closing.ts';
import { useSession, useTexts } from '../../api/session.ts';
import { DecisionButton } from '../../components/decision-button.tsx';
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
  const { signerPortal, archive, newCase } = useSession();
  const { round } = useClosed();
  const [open, setOpen] = useState<'help' | 'case' | undefined>();
  const openCase = () => {
    if (newCase.may) setOpen('case');
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: all that is open is closed
  useEffect(() => setOpen(undefined), [round]);
  const ask = useEffectEvent(openCase);
  const asked = parseAddress(useAddress()).at === 'new-case';
  useEffect(() => {
    if (!asked) return;
    ask();
    // Done: the same may be asked for again.
    navigate({ at: 'desk' });
  }, [asked]);
  useKeys({ onHelp: () => setOpen('help'), onNewCase: openCase });
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
      <DecisionButton decision={newCase} onClick={openCase} data-size="sm">
        <PlusIcon aria-hidden />
        {t.newCase}
      </DecisionButton>
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
      {open === 'case' && newCase.may ? <CaseDialog onClose={() => setOpen(undefined)} /> : null}
    </header>
  );
}
