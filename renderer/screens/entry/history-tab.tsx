import { Button } from '@digdir/designsystemet-react';
import { useState } from 'react';
import { log as logTexts } from '../../../texts/log.ts';
import { useTexts } from '../../api/session.ts';
import { useAsk } from '../../api/use-ask.ts';
import { LogList } from '../../components/log-list.tsx';
import { QueryBoundary } from '../../components/query-boundary.tsx';

const STEP = 50;

/** Who changed what and when, newest as the archive gives it. */
export function HistoryTab({ entryId }: { readonly entryId: string }) {
  const t = useTexts(logTexts);
  const [limit, setLimit] = useState(STEP);
  const log = useAsk('entries.log', { entryId, offset: 0, limit }, { keepPrevious: true });
  return (
    <QueryBoundary query={log}>
      {({ rows }) => (
        <>
          <LogList rows={rows} />
          {rows.length === limit && limit < 500 && (
            <Button variant="tertiary" onClick={() => setLimit(Math.min(500, limit + STEP))}>
              {t.more}
            </Button>
          )}
        </>
      )}
    </QueryBoundary>
  );
}
