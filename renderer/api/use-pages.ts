import { useQueries } from '@tanstack/react-query';
import { useCallback, useState } from 'react';
import type { InputOf, OutputOf } from '../../preload/contract/contract.ts';
import type { RefusalError } from './refusal.ts';
import { askOptions } from './use-ask.ts';

/** Methods that answer with a window of a long list. */
export type PagedMethod = 'cases.search' | 'cases.entries' | 'desk.basket' | 'signing.list';
type RowOf<M extends PagedMethod> = OutputOf<M>['rows'][number];
/** Which rows are asked for at a time. */
type Page = { readonly offset: number; readonly limit: number };
type Range = { readonly first: number; readonly last: number };

export type Pages<Row> = {
  /** 0 until the first page is here. */
  readonly total: number;
  readonly rowAt: (index: number) => Row | undefined;
  /** Tells which rows are on the screen; their pages are fetched. */
  readonly show: (first: number, last: number) => void;
  readonly pending: boolean;
  readonly fault: RefusalError | undefined;
  readonly retry: () => void;
};

const PAGE = 200;
const start: Range = { first: 0, last: 0 };

/** A long list read page by page, as far as it is looked at; the list knows its full length at once. */
export function usePages<M extends PagedMethod>(
  method: M,
  inputOf: (page: Page) => InputOf<M>,
): Pages<RowOf<M>> {
  const [range, setRange] = useState<Range>(start);
  const firstPage = Math.floor(range.first / PAGE);
  const lastPage = Math.floor(range.last / PAGE);
  const numbers = [0];
  for (let number = Math.max(1, firstPage); number <= lastPage; number += 1) numbers.push(number);
  const pages = useQueries({
    queries: numbers.map((number) => askOptions(method, inputOf({ offset: number * PAGE, limit: PAGE }))),
  });
  const first = pages[0];
  const total = first?.data?.total ?? 0;
  const rowAt = (index: number): RowOf<M> | undefined => {
    const at = numbers.indexOf(Math.floor(index / PAGE));
    return pages[at]?.data?.rows[index % PAGE];
  };
  const show = useCallback((from: number, to: number) => {
    setRange((before) => {
      const same =
        Math.floor(before.first / PAGE) === Math.floor(from / PAGE) &&
        Math.floor(before.last / PAGE) === Math.floor(to / PAGE);
      return same ? before : { first: from, last: to };
    });
  }, []);
  return {
    total,
    rowAt,
    show,
    pending: first?.isPending ?? true,
    fault: pages.find((page) => page.error)?.error ?? undefined,
    retry: () => {
      for (const page of pages) if (page.error) void page.refetch();
    },
  };
}
