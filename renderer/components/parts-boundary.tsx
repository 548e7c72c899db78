import { Button } from '@digdir/designsystemet-react';
import type { ReactNode } from 'react';
import { common } from '../../texts/common.ts';
import { useTexts } from '../api/session.ts';
import type { Parts } from '../api/use-parts.ts';
import { ErrorNotice } from './error-notice.tsx';
import { LoadingLines, useLate } from './query-boundary.tsx';

type Props<Row> = {
  readonly parts: Parts<Row>;
  /** Instead of a list that has nothing in it. */
  readonly empty: ReactNode;
  readonly children: (rows: readonly Row[]) => ReactNode;
};

/** A long list as far as it is read: how many of how many, the rows, and the way on. */
export function PartsBoundary<Row>({ parts, empty, children }: Props<Row>) {
  const t = useTexts(common);
  const late = useLate(parts.pending);
  if (parts.fault) return <ErrorNotice refusal={parts.fault.view} onRetry={parts.retry} />;
  if (parts.pending) return late ? <LoadingLines /> : null;
  if (parts.total === 0) return empty;
  return (
    <>
      <p role="status" className="list-count">
        {t.shownOf(parts.rows.length, parts.total)}
      </p>
      {children(parts.rows)}
      {parts.readOn ? (
        <Button variant="secondary" loading={parts.readingOn} onClick={parts.readOn}>
          {t.showMore}
        </Button>
      ) : null}
    </>
  );
}
