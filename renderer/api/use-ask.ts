import {
  keepPreviousData,
  queryOptions,
  type UseMutationResult,
  type UseQueryResult,
  useMutation,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query';
import type { InputOf, MethodName, OutputOf, Reply } from '../../preload/contract/contract.ts';
import { namedIn, refresh } from './affected.ts';
import { ask } from './ask.ts';
import { closeFor } from './closing.ts';
import { lostBetween } from './lost-rights.ts';
import { RefusalError } from './refusal.ts';

type AskOptions = { readonly enabled?: boolean; readonly keepPrevious?: boolean };

/** For `useQueries` and prefetching. */
export const askOptions = <M extends MethodName>(name: M, input: InputOf<M>) =>
  queryOptions<OutputOf<M>, RefusalError>({
    queryKey: [name, input],
    queryFn: async ({ client, queryKey }) => {
      const reply = await ask(name, input);
      if (!reply.ok) throw new RefusalError(reply.refusal);
      const before: unknown = client.getQueryData(queryKey);
      const loss = before === undefined ? undefined : lostBetween(name, before, reply.value);
      if (loss) closeFor(loss);
      return reply.value;
    },
  });

/** Asks and keeps what was answered fresh; a «no» is the result's `error`, a {@link RefusalError}. */
export function useAsk<M extends MethodName>(
  name: M,
  input: InputOf<M>,
  { enabled = true, keepPrevious = false }: AskOptions = {},
): UseQueryResult<OutputOf<M>, RefusalError> {
  const client = useQueryClient();
  return useQuery(
    {
      ...askOptions(name, input),
      enabled,
      placeholderData: keepPrevious ? keepPreviousData : undefined,
    },
    client,
  );
}

/**
 * Does something: `await run.mutateAsync(input)` gives the {@link Reply}, refused or not, and never throws. What the
 * screen shows of the entry or case it names is read again after a yes, and before the promise resolves.
 */
export function useCommand<M extends MethodName>(
  name: M,
): UseMutationResult<Reply<OutputOf<M>>, Error, InputOf<M>> {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (input: InputOf<M>) => ask(name, input),
    onSuccess: (reply, input) => (reply.ok ? refresh(client, namedIn(client, input)) : undefined),
  });
}
