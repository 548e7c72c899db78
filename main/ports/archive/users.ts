import type { UserId } from '../../../domain/basics.ts';
import type { User } from '../../../domain/roles.ts';

export interface UserReader {
  users(): Promise<readonly User[]>;
  findUser(id: UserId): Promise<User | undefined>;
}

export interface UserWriter {
  addUser(user: User): Promise<void>;
  changeUser(user: User): Promise<void>;
}
