import type { Actor } from '../../../domain/access/actor.ts';
import type { Instant, UnitId } from '../../../domain/basics.ts';
import type { BasketId } from '../../../domain/baskets.ts';
import type { EntryRow } from './entries.ts';

/** What of a basket is asked for; all of it where nothing is said. */
export type BasketFilter = {
  readonly adminUnit?: UnitId;
  readonly caseworker?: string;
  /** Of jobs that are out: those whose turn ends before this. */
  readonly turnEndsBefore?: Instant;
};

/** Whose entries stand in somebody's baskets: one's own and those one is deputy for, and those of units one looks after. */
export interface BasketReader {
  basketCounts(actor: Actor): Promise<ReadonlyMap<BasketId, number>>;
  basket(
    id: BasketId,
    actor: Actor,
    page: { readonly offset: number; readonly limit: number },
    filter?: BasketFilter,
  ): Promise<{ readonly rows: readonly EntryRow[]; readonly total: number }>;
}
