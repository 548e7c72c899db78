import { useQueryClient } from '@tanstack/react-query';
import { toId } from '../../../domain/basics.ts';
import type { RefusalView } from '../../../preload/contract/contract.ts';
import type { EntryView } from '../../../preload/contract/entries.ts';
import { namedIn, refresh } from '../../api/affected.ts';
import { ask } from '../../api/ask.ts';
import { askOptions } from '../../api/use-ask.ts';

/** Why it was not done; nothing when it was. */
type Done = Promise<RefusalView | undefined>;
export type EntryActs = {
  readonly finish: () => Done;
  readonly approve: () => Done;
  readonly retitle: (title: string) => Done;
  readonly rename: (documentId: string, title: string) => Done;
  readonly takeOut: (documentIds: readonly string[]) => Done;
  readonly putBack: (documentIds: readonly string[]) => Done;
  /** Takes a finished entry back to reserved, so that its documents may change; nothing to do for one that is not. */
  readonly reopen: () => Done;
};

/** The entry's own acts, as the entry's screen has them, each upon the entry as it stands when it is done. */
export function useEntryActs(entryId: string): EntryActs {
  const client = useQueryClient();
  const id = toId<'entry'>(entryId);
  const now = (): Promise<EntryView> =>
    client.fetchQuery({ ...askOptions('entries.open', { entryId: id }), staleTime: 0 });
  const refreshed = async (refused: RefusalView | undefined): Done => {
    await refresh(client, namedIn(client, { entryId }));
    return refused;
  };
  const setStatus = async (to: 'R' | 'F' | 'G'): Done => {
    const { revision } = await now();
    const reply = await ask('entries.setStatus', { entryId: id, revision, to });
    return reply.ok ? undefined : reply.refusal;
  };
  const reopen = async (): Done => ((await now()).frozen.includes('documents') ? setStatus('R') : undefined);
  const each = async (ids: readonly string[], method: 'documents.takeOut' | 'documents.putBack'): Done => {
    for (const documentId of ids) {
      const reply = await ask(method, { entryId: id, documentId: toId(documentId) });
      if (!reply.ok) return reply.refusal;
    }
    return undefined;
  };
  return {
    finish: async () => refreshed((await reopen()) ?? (await setStatus('F'))),
    approve: async () => refreshed(await setStatus((await now()).status === 'R' ? 'F' : 'G')),
    retitle: async (title) => {
      const { revision } = await now();
      const reply = await ask('entries.change', { entryId: id, revision, title, confirmsLoosening: false });
      return refreshed(reply.ok ? undefined : reply.refusal);
    },
    rename: async (documentId, title) => {
      const reply = await ask('documents.rename', { entryId: id, documentId: toId(documentId), title });
      return refreshed(reply.ok ? undefined : reply.refusal);
    },
    takeOut: async (ids) => refreshed((await reopen()) ?? (await each(ids, 'documents.takeOut'))),
    // The last one first: each place is as it was when the one was taken out.
    putBack: async (ids) =>
      refreshed((await reopen()) ?? (await each(ids.toReversed(), 'documents.putBack'))),
    reopen: async () => refreshed(await reopen()),
  };
}
