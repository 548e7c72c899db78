import type { Preferences } from '../../domain/preferences.ts';
import type { HostParts } from '../../main/application/host-parts.ts';

/** A host's preferences, gone with the test. */
export function preferencesInMemory(
  given: Preferences = { language: 'nb', theme: 'auto' },
): HostParts['preferences'] {
  let kept = given;
  return {
    read: () => kept,
    write: (change) => {
      kept = { ...kept, ...change };
    },
  };
}
