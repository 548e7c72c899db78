import { Button, Dialog, Heading, Paragraph } from '@digdir/designsystemet-react';
import { useId, useState } from 'react';
import { accessTexts } from '../../../texts/access.ts';
import { common } from '../../../texts/common.ts';
import { useTexts } from '../../api/session.ts';
import { useAsk } from '../../api/use-ask.ts';
import { LogList } from '../../components/log-list.tsx';
import { QueryBoundary } from '../../components/query-boundary.tsx';

const STEP = 100;

/** The change log of users and of the lists of access: of one of them, or of all. */
export function AccessLog({ subjectId }: { readonly subjectId?: string }) {
  const t = useTexts(accessTexts);
  const [limit, setLimit] = useState(STEP);
  const query = useAsk(
    'access.log',
    { ...(subjectId !== undefined && { subjectId }), offset: 0, limit },
    { keepPrevious: true },
  );
  return (
    <QueryBoundary query={query}>
      {({ rows }) => (
        <>
          {rows.length > 0 ? (
            <LogList rows={rows} />
          ) : (
            <Paragraph>{subjectId === undefined ? t.noRightsChanged : t.noHistory}</Paragraph>
          )}
          {rows.length === limit && limit < 500 ? (
            <Button variant="secondary" onClick={() => setLimit(Math.min(limit + STEP, 500))}>
              {t.more}
            </Button>
          ) : null}
        </>
      )}
    </QueryBoundary>
  );
}

type Props = { readonly name: string; readonly subjectId: string; readonly onClose: () => void };

/** What one unit, code, group or user was called and had, and when it changed. */
export function HistoryDialog({ name, subjectId, onClose }: Props) {
  const t = useTexts(accessTexts);
  const { close } = useTexts(common);
  const heading = useId();
  return (
    <Dialog open onClose={onClose} closeButton={close} aria-labelledby={heading} className="form-dialog">
      <Heading level={2} data-size="xs" id={heading}>
        {t.historyOf(name)}
      </Heading>
      <AccessLog subjectId={subjectId} />
    </Dialog>
  );
}
