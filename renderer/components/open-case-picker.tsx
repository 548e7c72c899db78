import { Button, Textfield } from '@digdir/designsystemet-react';
import { useDeferredValue, useState } from 'react';
import type { CaseId } from '../../domain/basics.ts';
import { signingTexts } from '../../texts/signing.ts';
import { useTexts } from '../api/session.ts';
import { useAsk } from '../api/use-ask.ts';
import { QueryBoundary } from './query-boundary.tsx';
import './open-case-picker.css';

type Props = {
  /** The case that is being filed in. */
  readonly pending: string | undefined;
  readonly onPick: (found: { readonly id: CaseId; readonly caseNumber: string }) => void;
};

/** Finds an open case to file an answer in. */
export function OpenCasePicker({ pending, onPick }: Props) {
  const t = useTexts(signingTexts).answer;
  const [typed, setTyped] = useState('');
  const text = useDeferredValue(typed);
  const cases = useAsk(
    'cases.search',
    { text, statuses: ['B'], mine: false, orderBy: 'changed', offset: 0, limit: 8 },
    { keepPrevious: true },
  );
  return (
    <>
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
            <ul className="open-cases" aria-label={t.otherFound}>
              {rows.map((row) => (
                <li key={row.id}>
                  <span>
                    <strong>{row.caseNumber}</strong> {row.title}
                  </span>
                  <Button
                    variant="secondary"
                    data-size="sm"
                    loading={pending === row.id}
                    onClick={() => onPick(row)}
                  >
                    {t.otherDo(row.caseNumber)}
                  </Button>
                </li>
              ))}
            </ul>
          )
        }
      </QueryBoundary>
    </>
  );
}
