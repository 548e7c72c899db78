import { Button, Dialog, Heading, Textfield } from '@digdir/designsystemet-react';
import { useDeferredValue, useId, useState } from 'react';
import { common } from '../../../texts/common.ts';
import { signingTexts } from '../../../texts/signing.ts';
import { refusalOf } from '../../api/refusal-of.ts';
import { useTexts } from '../../api/session.ts';
import { useAsk, useCommand } from '../../api/use-ask.ts';
import { ErrorNotice } from '../../components/error-notice.tsx';
import { QueryBoundary } from '../../components/query-boundary.tsx';
import { toast } from '../../components/toasts.tsx';
import { addressOf } from '../../routing/route.ts';

type Props = { readonly answerId: string; readonly onClose: () => void };

/** Finds an open case and files the answer there. */
export function FileElsewhereDialog({ answerId, onClose }: Props) {
  const t = useTexts(signingTexts).answer;
  const c = useTexts(common);
  const heading = useId();
  const [typed, setTyped] = useState('');
  const text = useDeferredValue(typed);
  const run = useCommand('answers.file');
  const cases = useAsk(
    'cases.search',
    { text, statuses: ['B'], mine: false, orderBy: 'changed', offset: 0, limit: 8 },
    { keepPrevious: true },
  );
  const file = async (caseId: string, caseNumber: string) => {
    const reply = await run.mutateAsync({ answerId, caseId });
    if (!reply.ok) return;
    toast('success', t.done(caseNumber), addressOf({ at: 'entry', entryId: reply.value.entryId }));
    onClose();
  };
  const refused = refusalOf(run.data);
  return (
    <Dialog open onClose={onClose} closeButton={c.close} aria-labelledby={heading} className="form-dialog">
      <Heading level={2} data-size="xs" id={heading}>
        {t.otherHeading}
      </Heading>
      <div className="form-dialog-fields">
        <Textfield
          label={t.otherLabel}
          value={typed}
          autoComplete="off"
          onChange={(event) => setTyped(event.target.value)}
        />
        <QueryBoundary query={cases}>
          {({ rows }) =>
            rows.length === 0 ? (
              <p role="status">{t.otherNone}</p>
            ) : (
              <ul className="entry-found" aria-label={t.otherFound}>
                {rows.map((row) => (
                  <li key={row.id}>
                    <span>
                      <strong>{row.caseNumber}</strong> {row.title}
                    </span>
                    <Button
                      variant="secondary"
                      data-size="sm"
                      loading={run.isPending && run.variables?.caseId === row.id}
                      onClick={() => void file(row.id, row.caseNumber)}
                    >
                      {t.otherDo(row.caseNumber)}
                    </Button>
                  </li>
                ))}
              </ul>
            )
          }
        </QueryBoundary>
        {refused && <ErrorNotice refusal={refused} />}
      </div>
    </Dialog>
  );
}
