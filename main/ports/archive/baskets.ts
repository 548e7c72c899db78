import type { BasketId } from '../../../domain/baskets.ts';
import type { User } from '../../../domain/roles.ts';
import type { EntryRow } from './entries.ts';

export interface BasketReader {
  basketCounts(user: User): Promise<ReadonlyMap<BasketId, number>>;
  basket(
    id: BasketId,
    user: User,
    page: { readonly offset: number; readonly limit: number },
  ): Promise<{ readonly rows: readonly EntryRow[]; readonly total: number }>;
}
