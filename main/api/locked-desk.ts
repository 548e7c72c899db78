import type { Result } from '../../domain/basics.ts';
import type { Preferences } from '../../domain/preferences.ts';
import type { RefusalCode } from '../../domain/refusals.ts';
import type { MethodName, Reply } from '../../preload/contract/contract.ts';
import type { VaultLockReason } from '../ports/vault.ts';
import type { Handlers } from './dispatcher.ts';
import { done, noValue, refusal, toReply } from './reply.ts';
import { looksOf } from './set-up-desk.ts';

type Key = Promise<Result<Uint8Array, RefusalCode>>;
type Parts = {
  readonly preferences: { read(): Preferences; write(change: Partial<Preferences>): void };
  readonly recover: (typed: string) => Key;
  readonly startNew: () => Key;
  readonly tryAgain: () => Key;
  /** Opens the work desk: from then on the dispatcher of the open archive answers. */
  readonly enter: (key: Uint8Array) => Promise<void>;
};

/** What can be asked while the vault of a production archive does not open. */
export function lockedHandlers({
  preferences,
  recover,
  startNew,
  tryAgain,
  enter,
}: Parts): Partial<Handlers> {
  let entering = false;
  const enterWith = async (open: () => Key): Promise<Reply<Record<string, never>>> => {
    // Two answers at once would open two desks on one archive.
    if (entering) return refusal('vault-locked', { reason: 'refused' });
    entering = true;
    try {
      const key = await open();
      if (key.ok) await enter(key.value);
      return toReply(key, noValue);
    } finally {
      entering = false;
    }
  };
  return {
    'session.setLanguage': async ({ language }) => {
      preferences.write({ language });
      return done(noValue());
    },
    'vault.tryAgain': () => enterWith(tryAgain),
    'vault.recover': ({ recoveryKey }) => enterWith(() => recover(recoveryKey)),
    'vault.startNew': () => enterWith(startNew),
  };
}

const admitted: readonly MethodName[] = [
  'session.setLanguage',
  'vault.tryAgain',
  'vault.recover',
  'vault.startNew',
];

/** The rest is refused, with what the screen explains and how it looks. */
export const admitLocked =
  (
    looks: () => Pick<Preferences, 'language' | 'theme'>,
    why: { readonly reason: VaultLockReason; readonly recoverable: boolean },
  ) =>
  async (name: MethodName): Promise<Reply<never> | undefined> =>
    admitted.includes(name)
      ? undefined
      : refusal('vault-locked', {
          ...looksOf(looks()),
          reason: why.reason,
          recoverable: why.recoverable ? 'yes' : 'no',
        });
