import type { Preferences } from '../application-shape.ts';
import type { User } from '../domain/roles.ts';
import type { ArchiveReader } from '../ports/archive-store.ts';

/** Who sits at the desk, remembered in the preferences. */
export type Session = {
  user(): Promise<User>;
  preferences(): Preferences;
  setPreferences(change: Partial<Preferences>): void;
};

export function openSession(
  archive: ArchiveReader,
  preferences: { read(): Preferences; write(change: Partial<Preferences>): void },
): Session {
  return {
    async user() {
      const users = await archive.users();
      const remembered = users.find((user) => user.id === preferences.read().userId);
      const first = remembered ?? users.find((user) => user.roles.includes('caseworker')) ?? users[0];
      if (!first) throw new Error('the archive has no users');
      return first;
    },
    preferences: () => preferences.read(),
    setPreferences: (change) => preferences.write(change),
  };
}
