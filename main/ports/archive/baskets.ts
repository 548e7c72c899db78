import type { User } from '../../../domain/roles.ts';
import type { EntryRow } from './entries.ts';

export type BasketId =
  | 'my-drafts'
  | 'arrears'
  | 'unregistered'
  | 'to-approve'
  | 'sending'
  | 'out-for-signing'
  | 'failed-dispatch'
  | 'signed'
  | 'refused'
  | 'undeliverable';

export interface BasketReader {
  basketCounts(user: User): Promise<ReadonlyMap<BasketId, number>>;
  basket(
    id: BasketId,
    user: User,
    page: { readonly offset: number; readonly limit: number },
  ): Promise<{ readonly rows: readonly EntryRow[]; readonly total: number }>;
}
