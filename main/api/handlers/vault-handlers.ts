import { toDecision } from '../../../domain/decision.ts';
import {
  confirmRecoveryKey,
  decideKeeping,
  makeRecoveryKey,
  testRecoveryKey,
} from '../../usecases/administration/make-recovery-key.ts';
import type { Handlers } from '../dispatcher.ts';
import { done, noValue, refusal, toReply } from '../reply.ts';
import type { RequestContext } from '../request-context.ts';

type VaultHandlers = Pick<Handlers, Extract<keyof Handlers, `vault.${string}`>>;

/** The vault's second lock, at an open desk. */
export const vaultHandlers = (context: RequestContext): VaultHandlers => ({
  'vault.read': async () => {
    const user = await context.session.user();
    const recovery = (await context.archive.read.vaultLock())?.recovery;
    return done({
      recovery: recovery && { recipient: recovery.recipient, testedAt: recovery.testedAt },
      change: toDecision(decideKeeping(context.training, user)),
    });
  },
  'vault.makeRecoveryKey': async () =>
    toReply(await makeRecoveryKey(context)(await context.session.user()), (recoveryKey) => ({ recoveryKey })),
  'vault.confirmRecoveryKey': async ({ recoveryKey }) =>
    toReply(await confirmRecoveryKey(context)(await context.session.user(), recoveryKey), noValue),
  'vault.testRecoveryKey': async ({ recoveryKey }) =>
    toReply(await testRecoveryKey(context)(await context.session.user(), recoveryKey), noValue),
  // The vault is open.
  'vault.tryAgain': async () => refusal('not-found'),
  'vault.recover': async () => refusal('not-found'),
  'vault.startNew': async () => refusal('not-found'),
});
