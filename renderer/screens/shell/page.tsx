import { Button, Paragraph } from '@digdir/designsystemet-react';
import { jobBasketIds } from '../../../domain/baskets.ts';
import { isCode } from '../../../domain/codes.ts';
import { shell } from '../../../texts/shell.ts';
import { useTexts } from '../../api/session.ts';
import { PageHeading } from '../../components/page-heading.tsx';
import { parseAddress } from '../../routing/route.ts';
import { AccessScreen } from '../access/access-screen.tsx';
import { CaseScreen } from '../cases/case-screen.tsx';
import { CasesScreen } from '../cases/cases-screen.tsx';
import { BasketScreen } from '../desk/basket-screen.tsx';
import { DeskScreen } from '../desk/desk-screen.tsx';
import { JobListScreen } from '../desk/job-list-screen.tsx';
import { PartyMismatchScreen } from '../desk/party-mismatch-screen.tsx';
import { UnknownJobsScreen } from '../desk/unknown-jobs-screen.tsx';
import { EntryScreen } from '../entry/entry-screen.tsx';
import { ScreeningsScreen } from '../screenings/screenings-screen.tsx';
import { SettingsScreen } from '../settings/settings-screen.tsx';
import { SignaturesScreen } from '../signatures/signatures-screen.tsx';

/** The screen an address leads to. */
export function Page({ address }: { readonly address: string }) {
  const route = parseAddress(address);
  switch (route.at) {
    case 'desk':
    case 'new-case':
      return <DeskScreen />;
    case 'basket':
      if (route.basket === 'party-mismatch') return <PartyMismatchScreen />;
      return isCode(jobBasketIds, route.basket) ? (
        <JobListScreen key={route.basket} basket={route.basket} />
      ) : (
        <BasketScreen basket={route.basket} />
      );
    case 'unknown-jobs':
      return <UnknownJobsScreen />;
    case 'screenings':
      return <ScreeningsScreen flaw={route.flaw} />;
    case 'cases':
      return <CasesScreen />;
    case 'case':
      return <CaseScreen caseId={route.caseId} />;
    case 'entry':
      return <EntryScreen entryId={route.entryId} />;
    case 'settings':
      return <SettingsScreen />;
    case 'signatures':
      return <SignaturesScreen />;
    case 'access':
      return <AccessScreen part={route.part} />;
    case 'nowhere':
      return <Nowhere />;
  }
}

function Nowhere() {
  const t = useTexts(shell);
  return (
    <>
      <PageHeading title={t.nowhereTitle} where={t.nowhereTitle} />
      <Paragraph>{t.nowhereText}</Paragraph>
      <Button asChild>
        <a href="#/">{t.toDesk}</a>
      </Button>
    </>
  );
}
