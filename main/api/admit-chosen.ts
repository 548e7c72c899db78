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

/** Until somebody has said who they are, only that can be said. */
export const admitChosen =
  (session: Session) =>
  async (name: MethodName): Promise<Reply<never> | undefined> =>
    forStrangers.includes(name) || (await session.chosen())
      ? undefined
      : refusal('user-not-chosen', looksOf(session.preferences()));
