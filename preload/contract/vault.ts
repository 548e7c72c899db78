import { z } from 'zod';
import { instant, method, nothing } from './method.ts';
import * as views from './views.ts';

/** As typed from the paper, in groups or not. */
const recoveryKey = z.object({ recoveryKey: z.string().max(400) });

/** The vault of identity numbers and its two locks. */
export const vaultMethods = {
  'vault.read': method(
    nothing,
    z.object({
      /** Absent until a recovery key has been made and entered once. `recipient` tells one key from another. */
      recovery: z.object({ recipient: z.string(), testedAt: instant }).optional(),
      change: views.decision,
    }),
  ),
  /** Shown once. It counts from when it has been entered; until then the one before does. */
  'vault.makeRecoveryKey': method(nothing, recoveryKey),
  'vault.confirmRecoveryKey': method(recoveryKey, nothing),
  'vault.testRecoveryKey': method(recoveryKey, nothing),
  /** Only while the vault does not open. */
  'vault.tryAgain': method(nothing, nothing),
  'vault.recover': method(recoveryKey, nothing),
  'vault.startNew': method(nothing, nothing),
} as const;
