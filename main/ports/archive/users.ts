import type { UserId } from '../../../domain/basics.ts';
import type { User } from '../../../domain/roles.ts';

export interface UserReader {
  users(): Promise<readonly User[]>;
  findUser(id: UserId): Promise<User | undefined>;
}

export interface UserWriter {
  /** Roles that are new to the user are held in the unit usual for them; `setRights` says it otherwise. */
  addUser(user: User): Promise<void>;
  changeUser(user: User): Promise<void>;
}
