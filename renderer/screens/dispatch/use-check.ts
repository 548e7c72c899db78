import { queryOptions, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { RefusalView } from '../../../preload/contract/contract.ts';
import type { DispatchCheckView } from '../../../preload/contract/dispatch.ts';
import { ask } from '../../api/ask.ts';
import { RefusalError } from '../../api/refusal.ts';
import { afterPress } from '../../components/after-press.ts';
import { useDebounced } from '../../components/use-debounced.ts';
import { type Draft, toOrder } from './draft.ts';

const CHECK_MS = 250;
/** How long an answer to what no longer stands in the form is kept: its key holds what was typed. */
const FORGET_MS = 1000;

/** What the archive said of an order, and the keys of the recipients it said it of. */
export type CheckedOrder = { readonly view: DispatchCheckView; readonly keys: readonly number[] };
/** What is checked. `round` grows when the same order must be checked anew, because the archive has changed. */
export type Asked = { readonly draft: Draft; readonly round: number };
export type CheckState = {
  /** The last answer; while the next is fetched it is the one before. */
  readonly checked: CheckedOrder | undefined;
  /** The answer to exactly what is asked, once it is here. */
  readonly current: CheckedOrder | undefined;
  readonly checking: boolean;
  /** Why the last check has no answer. */
  readonly checkFault: RefusalView | undefined;
};

const checkOptions = (entryId: string, { draft, round }: Asked) => {
  const order = toOrder(draft);
  const keys = draft.recipients.map(({ key }) => key);
  return queryOptions<CheckedOrder, RefusalError>({
    queryKey: ['dispatch.check', { entryId, order }, keys, round],
    queryFn: async () => {
      const reply = await ask('dispatch.check', { entryId, order });
      await new Promise<void>(afterPress);
      if (!reply.ok) throw new RefusalError(reply.refusal);
      return { view: reply.value, keys };
    },
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: FORGET_MS,
  });
};

/** The check of an order while it is written: asked for once it stands still; an answer to what stood before is dropped. */
export function useCheck(entryId: string, asked: Asked): CheckState {
  const settled = useDebounced(asked, CHECK_MS);
  const query = useQuery(checkOptions(entryId, settled), useQueryClient());
  const [checked, setChecked] = useState<CheckedOrder>();
  if (query.data && query.data !== checked) setChecked(query.data);
  const checking = settled !== asked || query.isFetching;
  return {
    checked: query.data ?? checked,
    current: checking ? undefined : query.data,
    checking,
    checkFault: query.error?.view,
  };
}

/** Asks at once for the check of an order, or waits for the one under way; nothing when there is no answer. */
export function useCheckNow(entryId: string): (asked: Asked) => Promise<CheckedOrder | undefined> {
  const client = useQueryClient();
  return (asked) => client.fetchQuery(checkOptions(entryId, asked)).catch(() => undefined);
}
