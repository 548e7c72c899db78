import { Paragraph } from '@digdir/designsystemet-react';
import { restorationTexts } from '../../../texts/restoration.ts';
import { shell } from '../../../texts/shell.ts';
import { useTexts } from '../../api/session.ts';
import { useAsk } from '../../api/use-ask.ts';
import { EmptyState } from '../../components/empty-state.tsx';
import { PageHeading } from '../../components/page-heading.tsx';
import { QueryBoundary } from '../../components/query-boundary.tsx';
import { RestorationNotice } from './restoration-notice.tsx';
import './desk-screen.css';

/** «Oppdrag arkivet ikke kjenner»: the basket of a restored archive. */
export function UnknownJobsScreen() {
  const t = useTexts(restorationTexts);
  const { workDesk } = useTexts(shell);
  const query = useAsk('restoration.read', {});
  return (
    <>
      <PageHeading
        title={t.openHeading}
        where={t.openHeading}
        kicker={
          <a className="ds-link" href="#/">
            {workDesk}
          </a>
        }
      />
      <Paragraph className="basket-text">{t.basketText}</Paragraph>
      <QueryBoundary query={query} lines={3}>
        {({ since, unknown, lost }) =>
          since === undefined && unknown.length + lost.length === 0 ? (
            <EmptyState title={t.basketEmptyTitle} text={t.basketEmpty} />
          ) : (
            <RestorationNotice />
          )
        }
      </QueryBoundary>
    </>
  );
}
