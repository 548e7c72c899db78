import { useSyncExternalStore } from 'react';

let lost = false;
const listeners = new Set<() => void>();

/** Called after every request to the application: `true` when it answered. */
export function noteConnection(answers: boolean): void {
  if (lost === !answers) return;
  lost = !answers;
  for (const listener of listeners) listener();
}

const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};
export const useConnectionLost = (): boolean => useSyncExternalStore(subscribe, () => lost);
