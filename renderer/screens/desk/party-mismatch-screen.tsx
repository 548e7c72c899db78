import { Button, Paragraph } from '@digdir/designsystemet-react';
import { useState } from 'react';
import { codes } from '../../../texts/codes.ts';
import { desk } from '../../../texts/desk.ts';
import { partyMismatchTexts } from '../../../texts/party-mismatch.ts';
import { shell } from '../../../texts/shell.ts';
import { useTexts } from '../../api/session.ts';
import { useAsk } from '../../api/use-ask.ts';
import { EmptyState } from '../../components/empty-state.tsx';
import { PageHeading } from '../../components/page-heading.tsx';
import { QueryBoundary } from '../../components/query-boundary.tsx';
import { MismatchCard } from './mismatch-card.tsx';
import './desk-screen.css';

const step = 25;

/** «Parter som ikke stemmer med utsendelsen»: what the journal says beside whom it was sent to, with a proposal. */
export function PartyMismatchScreen() {
  const t = useTexts(partyMismatchTexts);
  const d = useTexts(desk);
  const { workDesk } = useTexts(shell);
  const name = useTexts(codes).basket['party-mismatch'];
  const [shown, setShown] = useState(step);
  const query = useAsk('parties.mismatches', { offset: 0, limit: shown }, { keepPrevious: true });
  return (
    <>
      <PageHeading
        title={name}
        where={name}
        kicker={
          <a className="ds-link" href="#/">
            {workDesk}
          </a>
        }
      />
      <Paragraph className="basket-text">{t.intro}</Paragraph>
      <QueryBoundary query={query} lines={5}>
        {({ rows, total }) => (
          <>
            <p role="status" className="list-count">
              {d.inBasket(total)}
            </p>
            {total === 0 ? (
              <EmptyState title={d.emptyTitle} text={d.basketEmpty['party-mismatch']} />
            ) : (
              <ul className="mismatches">
                {rows.map((row) => (
                  <MismatchCard key={row.entryId} row={row} />
                ))}
              </ul>
            )}
            {rows.length < total && shown < 500 ? (
              <Button variant="secondary" onClick={() => setShown(Math.min(500, shown + step))}>
                {t.more}
              </Button>
            ) : null}
          </>
        )}
      </QueryBoundary>
    </>
  );
}
