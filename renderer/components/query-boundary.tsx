import { Skeleton } from '@digdir/designsystemet-react';
import type { UseQueryResult } from '@tanstack/react-query';
import { type ReactNode, useEffect, useState } from 'react';
import { common } from '../../texts/common.ts';
import type { RefusalError } from '../api/refusal.ts';
import { useTexts } from '../api/session.ts';
import { ErrorNotice } from './error-notice.tsx';
import './notices.css';

const PATIENCE_MS = 500;

/** True once something has been under way for half a second: before that a skeleton only flickers. */
export function useLate(pending: boolean): boolean {
  const [late, setLate] = useState(false);
  useEffect(() => {
    if (!pending) {
      setLate(false);
      return;
    }
    const timer = setTimeout(() => setLate(true), PATIENCE_MS);
    return () => clearTimeout(timer);
  }, [pending]);
  return late && pending;
}

export function LoadingLines({ lines = 4 }: { readonly lines?: number }) {
  const t = useTexts(common);
  return (
    <div className="loading-lines" role="status">
      <span className="ds-sr-only">{t.loading}</span>
      {Array.from({ length: lines }, (_, line) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the lines are alike and never move
        <Skeleton key={line} variant="rectangle" height="1.75rem" width={`${96 - (line % 3) * 12}%`} />
      ))}
    </div>
  );
}

type Props<T> = {
  readonly query: UseQueryResult<T, RefusalError>;
  readonly children: (value: T) => ReactNode;
  readonly lines?: number;
};

/** What was asked for: waiting, refused, or here. An answer once shown stays while it is read again. */
export function QueryBoundary<T>({ query, children, lines }: Props<T>) {
  const late = useLate(query.isPending);
  if (query.data !== undefined) return children(query.data);
  if (query.error) return <ErrorNotice refusal={query.error.view} onRetry={() => void query.refetch()} />;
  return late ? <LoadingLines lines={lines} /> : null;
}
