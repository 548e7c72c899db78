import { useSyncExternalStore } from 'react';
import type { Loss } from './lost-rights.ts';
import { takeTyped } from './typed-words.ts';

/** What is told when something that was open has been closed. */
export type Closed = {
  readonly loss: Loss;
  /** What was typed in it, for copying only. */
  readonly typed: string;
  /** Identity numbers were typed as well, and are not among it. */
  readonly leftOut: boolean;
};
type State = {
  /** Grows each time all that is open is closed. */
  readonly round: number;
  readonly closed: Closed | undefined;
};

let state: State = { round: 0, closed: undefined };
let silent = false;
const listeners = new Set<() => void>();
const set = (next: State) => {
  state = next;
  for (const listener of listeners) listener();
};
const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

/** Which loss is told of when several come at once, as all that is shown is read again. */
const weight: { readonly [Kind in Loss['kind']]: number } = {
  person: 4,
  page: 3,
  sight: 2,
  act: 1,
  rights: 0,
};

/** Closes what is open, before what was read anew is drawn; fewer rights alone are told of only. */
export function closeFor(loss: Loss): void {
  const { round, closed } = state;
  if (silent) {
    set({ round: round + 1, closed: undefined });
    return;
  }
  const { typed, leftOut } = loss.kind === 'rights' ? nothing : takeTyped();
  const told = closed && weight[closed.loss.kind] > weight[loss.kind] ? closed.loss : loss;
  // What one person has typed is not for the next.
  const kept = told.kind === 'person' ? [] : [closed?.typed ?? '', typed];
  set({
    round: loss.kind === 'rights' ? round : round + 1,
    closed: {
      loss: told,
      typed: kept.filter((words) => words !== '').join('\n'),
      leftOut: leftOut || (closed?.leftOut ?? false),
    },
  });
}
const nothing = { typed: '', leftOut: false };

export const dismissClosed = (): void => set({ ...state, closed: undefined });
export const useClosed = (): State => useSyncExternalStore(subscribe, () => state);

/** While somebody takes another seat by themselves, all that is open is closed without a word. */
export async function closeSilently<T>(work: () => Promise<T>): Promise<T> {
  silent = true;
  try {
    return await work();
  } finally {
    silent = false;
  }
}
