import { decideSwitchingUser } from '../../../domain/acts/user-change.ts';
import { ok, type Result, refuse, type UserId } from '../../../domain/basics.ts';
import type { User } from '../../../domain/roles.ts';
import type { UserReader } from '../../ports/archive/users.ts';
import type { ArchivePart } from '../../ports/archive-store.ts';
import type { Needs } from '../needs.ts';

type Touching = { readonly archive: ArchivePart<UserReader> };

/** Lets the person at the window be this user from now on. `current`: who they were until now, if anybody. */
export const chooseUser =
  ({ archive, training }: Pick<Needs, 'training'> & Touching) =>
  async (current: User | undefined, userId: UserId): Promise<Result<User, 'not-allowed' | 'not-found'>> => {
    const decision = decideSwitchingUser(training, current);
    if (!decision.ok) return decision;
    const user = await archive.read.findUser(userId);
    return user ? ok(user) : refuse('not-found');
  };
