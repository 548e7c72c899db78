import type { TakeOver, TakeOverState } from '../../../domain/access/succession.ts';
import type { Instant, TakeOverId } from '../../../domain/basics.ts';

export interface TakeOverReader {
  /** Newest day first; those that ended as well. */
  takeOvers(): Promise<readonly TakeOver[]>;
}

export interface TakeOverWriter {
  addTakeOver(one: TakeOver): Promise<void>;
  /** Of one that is planned; what has ended stays as it is. */
  endTakeOver(id: TakeOverId, state: Exclude<TakeOverState, 'planned'>, at: Instant): Promise<void>;
}
