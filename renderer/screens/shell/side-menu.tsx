import {
  BriefcaseIcon,
  CogIcon,
  ExternalLinkIcon,
  FolderIcon,
  PadlockLockedIcon,
  SealCheckmarkIcon,
} from '@navikt/aksel-icons';
import type { ReactNode } from 'react';
import type { BasketId } from '../../../domain/baskets.ts';
import { accessTexts } from '../../../texts/access.ts';
import { codes } from '../../../texts/codes.ts';
import { restorationTexts } from '../../../texts/restoration.ts';
import { screeningReviews } from '../../../texts/screening-reviews.ts';
import { shell } from '../../../texts/shell.ts';
import { signatureTexts } from '../../../texts/signatures.ts';
import { useKeepsJournal } from '../../api/keeps-journal.ts';
import { useSession, useTexts } from '../../api/session.ts';
import { useAsk } from '../../api/use-ask.ts';
import { addressOf, parseAddress, useAddress } from '../../routing/route.ts';

/** Baskets where something has gone wrong and waits for a person. */
const alerting: readonly BasketId[] = ['failed-dispatch', 'doubtful', 'undeliverable'];

/** Baskets with counts, and links to cases and settings. Collapses to a menu in a narrow window. */
export function SideMenu({ open }: { readonly open: boolean }) {
  const t = useTexts(shell);
  const names = useTexts(codes).basket;
  const { signerPortal, accessParts } = useSession();
  const access = useTexts(accessTexts).title;
  const signatures = useTexts(signatureTexts).menu;
  const desk = useAsk('desk.baskets', {});
  const restoration = useAsk('restoration.read', {});
  const reviewsScreenings = useKeepsJournal();
  const flawed = useAsk('screenings.counts', {}, { enabled: reviewsScreenings });
  const screenings = useTexts(screeningReviews).title;
  const unknown = useTexts(restorationTexts).basketTitle;
  return (
    <nav className="side-menu" aria-label={t.mainNavigation} id="main-menu" data-open={open}>
      <MenuLink address="#/" icon={<BriefcaseIcon aria-hidden />}>
        {t.workDesk}
      </MenuLink>
      <ul aria-label={t.baskets}>
        {(desk.data?.baskets ?? []).map(({ id, count }) => (
          <li key={id}>
            <MenuLink address={addressOf({ at: 'basket', basket: id })}>
              <span className="side-menu-name">{names[id]}</span>{' '}
              <Count count={count} alarms={alerting.includes(id)} />
            </MenuLink>
          </li>
        ))}
        {reviewsScreenings && flawed.data ? (
          <li>
            <MenuLink address={addressOf({ at: 'screenings' })}>
              <span className="side-menu-name">{screenings}</span>{' '}
              <Count count={flawed.data.counts.reduce((sum, { count }) => sum + count, 0)} alarms={false} />
            </MenuLink>
          </li>
        ) : null}
        {restoration.data && (
          <li>
            <MenuLink address={addressOf({ at: 'unknown-jobs' })}>
              <span className="side-menu-name">{unknown}</span>{' '}
              <Count count={restoration.data.unknown.length + restoration.data.lost.length} alarms />
            </MenuLink>
          </li>
        )}
      </ul>
      <MenuLink address="#/saker" icon={<FolderIcon aria-hidden />}>
        {t.cases}
      </MenuLink>
      <MenuLink address="#/signaturer" icon={<SealCheckmarkIcon aria-hidden />}>
        {signatures}
      </MenuLink>
      {accessParts.length > 0 ? (
        <MenuLink address="#/tilgang" icon={<PadlockLockedIcon aria-hidden />}>
          {access}
        </MenuLink>
      ) : null}
      <MenuLink address="#/innstillinger" icon={<CogIcon aria-hidden />}>
        {t.settings}
      </MenuLink>
      {signerPortal ? (
        <a className="side-menu-link side-menu-portal" href={signerPortal} target="_blank" rel="noreferrer">
          <ExternalLinkIcon aria-hidden />
          {t.openSignerPortal}
          <span className="ds-sr-only"> {t.opensNewWindow}</span>
        </a>
      ) : null}
    </nav>
  );
}

function Count({ count, alarms }: { readonly count: number; readonly alarms: boolean }) {
  const t = useTexts(shell);
  return (
    <span className="side-menu-count" data-alert={count > 0 && alarms} data-empty={count === 0}>
      {count > 0 && alarms ? <b aria-hidden="true">! </b> : null}
      {count}
      <span className="ds-sr-only"> ({t.count(count)})</span>
    </span>
  );
}

type LinkProps = { readonly address: string; readonly icon?: ReactNode; readonly children: ReactNode };

function MenuLink({ address, icon, children }: LinkProps) {
  const here = parseAddress(useAddress());
  const there = parseAddress(address);
  const current =
    there.at === 'access' || there.at === 'screenings'
      ? here.at === there.at
      : JSON.stringify(here) === JSON.stringify(there);
  return (
    <a href={address} className="side-menu-link" aria-current={current ? 'page' : undefined}>
      {icon}
      {children}
    </a>
  );
}
