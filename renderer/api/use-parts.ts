import {
  type InfiniteData,
  infiniteQueryOptions,
  useInfiniteQuery,
  useQueryClient,
} from '@tanstack/react-query';
import type { InputOf, OutputOf } from '../../preload/contract/contract.ts';
import { ask } from './ask.ts';
import { RefusalError } from './refusal.ts';

/** Methods that answer with one part of a long list, and with what to read on after. */
export type PartedMethod = 'screenings.list';
type RowOf<M extends PartedMethod> = OutputOf<M>['rows'][number];

export type Parts<Row> = {
  readonly rows: readonly Row[];
  readonly total: number;
  /** Absent when all of it is here. */
  readonly readOn?: () => void;
  readonly readingOn: boolean;
  readonly pending: boolean;
  readonly fault: RefusalError | undefined;
  readonly retry: () => void;
};

/** A long list that is read on part by part, as it is asked for; nothing is lost or shown twice when it grows meanwhile. */
export function useParts<M extends PartedMethod>(
  method: M,
  inputOf: (part: { readonly after?: string }) => InputOf<M>,
): Parts<RowOf<M>> {
  const client = useQueryClient();
  const query = useInfiniteQuery(
    infiniteQueryOptions<
      OutputOf<M>,
      RefusalError,
      InfiniteData<OutputOf<M>>,
      readonly unknown[],
      string | undefined
    >({
      queryKey: [method, inputOf({}), 'parts'],
      queryFn: async ({ pageParam }) => {
        const reply = await ask(method, inputOf(pageParam === undefined ? {} : { after: pageParam }));
        if (!reply.ok) throw new RefusalError(reply.refusal);
        return reply.value;
      },
      initialPageParam: undefined,
      getNextPageParam: (last) => last.next,
    }),
    client,
  );
  const pages = query.data?.pages ?? [];
  return {
    rows: pages.flatMap(({ rows }): readonly RowOf<M>[] => rows),
    total: pages.at(-1)?.total ?? 0,
    ...(query.hasNextPage && { readOn: () => void query.fetchNextPage() }),
    readingOn: query.isFetchingNextPage,
    pending: query.isPending,
    fault: query.error ?? undefined,
    retry: () => void query.refetch(),
  };
}
