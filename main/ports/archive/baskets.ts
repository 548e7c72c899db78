import type { Actor } from '../../../domain/access/actor.ts';
import type { BasketId } from '../../../domain/baskets.ts';
import type { EntryRow } from './entries.ts';

/** Whose entries stand in somebody's baskets: one's own and those one is deputy for, and those of units one looks after. */
export interface BasketReader {
  basketCounts(actor: Actor): Promise<ReadonlyMap<BasketId, number>>;
  basket(
    id: BasketId,
    actor: Actor,
    page: { readonly offset: number; readonly limit: number },
  ): Promise<{ readonly rows: readonly EntryRow[]; readonly total: number }>;
}
