import { Card, Heading, Paragraph } from '@digdir/designsystemet-react';
import type { BasketId } from '../../../domain/baskets.ts';
import type { OutputOf } from '../../../preload/contract/contract.ts';
import { codes } from '../../../texts/codes.ts';
import { desk } from '../../../texts/desk.ts';
import { useSession, useTexts, useUnitName } from '../../api/session.ts';
import { useAsk } from '../../api/use-ask.ts';
import { EmptyState } from '../../components/empty-state.tsx';
import { PageHeading } from '../../components/page-heading.tsx';
import { QueryBoundary } from '../../components/query-boundary.tsx';
import { addressOf } from '../../routing/route.ts';
import { DeskNotices } from './desk-notices.tsx';
import { RecentCases } from './recent-cases.tsx';
import { RestorationNotice } from './restoration-notice.tsx';
import './desk-screen.css';

/** What waits for a person, worst first. */
const urgent: readonly BasketId[] = [
  'doubtful',
  'undeliverable',
  'failed-dispatch',
  'refused',
  'arrears',
  'to-approve',
  'party-mismatch',
];
const alarming: readonly BasketId[] = ['doubtful', 'undeliverable', 'failed-dispatch'];

/** Where the day begins: what has gone wrong, what waits, and the cases one came from. */
export function DeskScreen() {
  const t = useTexts(desk);
  const { user } = useSession();
  const unitName = useUnitName();
  const query = useAsk('desk.baskets', {});
  return (
    <>
      <PageHeading
        title={t.title}
        where={t.title}
        kicker={t.greeting(`${user.name}, ${unitName(user.adminUnit)}`)}
      />
      <RestorationNotice />
      <DeskNotices />
      <QueryBoundary query={query} lines={6}>
        {({ baskets, recentCases }) => (
          <div className="desk">
            <Urgent baskets={baskets} />
            <section aria-labelledby="desk-recent">
              <Heading level={2} data-size="xs" id="desk-recent">
                {t.recent}
              </Heading>
              {recentCases.length === 0 ? (
                <EmptyState title={t.recentEmptyTitle} text={t.recentEmptyText} />
              ) : (
                <RecentCases rows={recentCases} />
              )}
            </section>
          </div>
        )}
      </QueryBoundary>
    </>
  );
}

type Baskets = OutputOf<'desk.baskets'>['baskets'];

function Urgent({ baskets }: { readonly baskets: Baskets }) {
  const t = useTexts(desk);
  const names = useTexts(codes).basket;
  const waiting = urgent.flatMap((id) => baskets.filter((basket) => basket.id === id && basket.count > 0));
  return (
    <section aria-labelledby="desk-urgent">
      <Heading level={2} data-size="xs" id="desk-urgent">
        {t.needsAction}
      </Heading>
      {waiting.length === 0 ? (
        <Paragraph className="desk-calm">{t.nothingNeedsAction}</Paragraph>
      ) : (
        <ul className="desk-baskets">
          {waiting.map(({ id, count }) => (
            <li key={id}>
              <Card
                asChild
                data-color={alarming.includes(id) ? 'danger' : 'neutral'}
                variant={alarming.includes(id) ? 'tinted' : 'default'}
              >
                <a href={addressOf({ at: 'basket', basket: id })} className="desk-basket">
                  <span className="desk-basket-count">
                    {alarming.includes(id) ? <span aria-hidden="true">! </span> : null}
                    {count}
                  </span>
                  <b>{names[id]}</b>
                  <span className="desk-basket-text">{t.basketText[id]}</span>
                </a>
              </Card>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
