import type { MethodName, Reply } from '../../preload/contract/contract.ts';
import { refusal } from './reply.ts';
import type { Session } from './session.ts';
import { looksOf } from './set-up-desk.ts';

const forStrangers: readonly MethodName[] = [
  'users.list',
  'session.switchUser',
  'session.setLanguage',
  'session.setTheme',
];

/** Before a user is chosen, only the methods that choose one are answered; the rest are refused. */
export const admitChosen =
  (session: Session) =>
  async (name: MethodName): Promise<Reply<never> | undefined> =>
    forStrangers.includes(name) || (await session.chosen())
      ? undefined
      : refusal('user-not-chosen', looksOf(session.preferences()));
