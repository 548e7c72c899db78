import { type Actor, actorWithAccess } from '../../domain/access/actor.ts';
import type { UserId } from '../../domain/basics.ts';
import { dateOf } from '../../domain/calendar.ts';
import type { Preferences } from '../../domain/preferences.ts';
import type { User } from '../../domain/roles.ts';
import type { ArchiveReader } from '../ports/archive-store.ts';
import type { Clock } from '../ports/clock.ts';

/**
 * Who sits at one window, or at the windows of one browser. It begins with the user who was here last, and is not another
 * because somebody else takes a seat beside.
 */
export type Session = {
  /** With what this user may act by today. */
  user(): Promise<Actor>;
  /** The user that was chosen. In training, where nobody is chosen, the caseworker with most drafts. */
  chosen(): Promise<User | undefined>;
  /** From now on; also who it begins with next time. */
  become(userId: UserId): void;
  preferences(): Preferences;
  setPreferences(change: Omit<Partial<Preferences>, 'userId'>): void;
};

export function openSession(
  archive: ArchiveReader,
  preferences: { read(): Preferences; write(change: Partial<Preferences>): void },
  training: boolean,
  clock: Clock,
): Session {
  // Found once: the answer must not change while the user works, and drafts become fewer or others sit down.
  let seated: UserId | undefined;
  const chosen = async () => {
    const users = await archive.users();
    const sits = users.find((user) => user.id === (seated ?? preferences.read().userId));
    const found =
      sits ?? (training ? await busiestCaseworker(archive, await Promise.all(users.map(acting))) : undefined);
    // In production the account at the machine tells, for all its windows.
    if (training) seated = found?.id;
    return found;
  };
  const acting = async (user: User): Promise<Actor> => {
    const access = await archive.accessOf(user.id, dateOf(clock.now()));
    const actor = actorWithAccess(user, access);
    if (access.deputyOf.length === 0) return actor;
    const principals = (await archive.users()).filter(({ id }) => access.deputyOf.includes(id));
    return { ...actor, principals };
  };
  return {
    chosen,
    async user() {
      const user = await chosen();
      if (!user) throw new Error('nobody has sat down at the desk');
      return acting(user);
    },
    become(userId) {
      if (training) seated = userId;
      preferences.write({ userId });
    },
    preferences: () => preferences.read(),
    setPreferences: (change) => preferences.write(change),
  };
}

/** Who a newcomer is in training: the caseworker with most drafts, so that there is something to try. */
async function busiestCaseworker(archive: ArchiveReader, users: readonly Actor[]): Promise<User | undefined> {
  const caseworkers = users.filter((user) => user.roles.includes('caseworker'));
  let busiest: { readonly user: Actor; readonly drafts: number } | undefined;
  for (const user of caseworkers) {
    const drafts = (await archive.basketCounts(user)).get('my-drafts') ?? 0;
    if (!busiest || drafts > busiest.drafts) busiest = { user, drafts };
  }
  return busiest?.user ?? users[0];
}
