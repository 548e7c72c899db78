import { ok, type Result, refuse } from '../../../domain/basics.ts';
import type { LogWriter } from '../../ports/archive/change-log.ts';
import type { VaultLockReader, VaultLockWriter } from '../../ports/archive/vault-lock.ts';
import type { ArchivePart } from '../../ports/archive-store.ts';
import type { Clock } from '../../ports/clock.ts';
import {
  type RecoveryLocksmith,
  type RecoveryRefusal,
  type VaultLock,
  VaultLocked,
  type VaultLockReason,
} from '../../ports/vault.ts';
import { logDifferences, systemName } from '../audit-log.ts';

type Locked = {
  readonly archive: ArchivePart<VaultLockReader, VaultLockWriter & LogWriter>;
  readonly lock: VaultLock;
  readonly locksmith: RecoveryLocksmith;
  readonly clock: Clock;
};
type Unlocked =
  | { readonly key: Uint8Array }
  | { readonly reason: VaultLockReason; readonly recoverable: boolean };

/** The vault key of a production archive, when the first lock gives it and it is the archive's own. */
export const unlockVault =
  ({ archive, lock, locksmith }: Locked) =>
  async (): Promise<Unlocked> => {
    const stored = await archive.read.vaultLock();
    const recoverable = stored?.recovery !== undefined;
    let key: Uint8Array | undefined;
    try {
      key = await lock.open();
    } catch (fault) {
      if (fault instanceof VaultLocked) return { reason: fault.reason, recoverable };
      throw fault;
    }
    // A new key would open nothing that the one before has sealed.
    if (!key) return { reason: 'no-key', recoverable };
    const keyMark = locksmith.markOf(key);
    if (!stored) await archive.change((tx) => tx.setVaultLock({ keyMark }));
    else if (stored.keyMark !== keyMark) return { reason: 'other-key', recoverable };
    return { key };
  };

/**
 * Opens the vault by the recovery key, and keeps its key under the first lock of this machine from now on. Where that one is
 * gone or locked, the vault is open until the program ends; one that hides nothing is refused.
 */
export const recoverVault =
  ({ archive, lock, locksmith, clock }: Locked) =>
  async (
    typed: string,
  ): Promise<Result<Uint8Array, RecoveryRefusal | 'recovery-key-missing' | 'vault-locked'>> => {
    const stored = await archive.read.vaultLock();
    if (!stored?.recovery) return refuse('recovery-key-missing');
    const opened = await locksmith.open(stored.recovery.sealedKey, typed);
    if (!opened.ok) return opened;
    if (locksmith.markOf(opened.value) !== stored.keyMark) return refuse('recovery-key-wrong');
    const kept = await keepKey(lock, opened.value);
    if (!kept.ok && kept.refusal.facts.reason === 'plain-ring') return kept;
    const { recipient } = stored.recovery;
    await archive.change((tx) =>
      logDifferences(
        tx,
        'policy',
        'vault',
        { hvelvAapnetMedGjenopprettingsnoekkel: [undefined, recipient] },
        { at: clock.now(), by: systemName },
      ),
    );
    return ok(opened.value);
  };

/**
 * Goes on with an empty vault where both locks are lost. What the lost key sealed stays in the archive, unreadable; the
 * key may still be found.
 */
export const startNewVault =
  ({ archive, lock, locksmith, clock }: Locked) =>
  async (): Promise<Result<Uint8Array, 'vault-locked'>> => {
    const key = locksmith.newVaultKey();
    const kept = await keepKey(lock, key);
    if (!kept.ok) return kept;
    await archive.change(async (tx) => {
      const before = await tx.vaultLock();
      const keyMark = locksmith.markOf(key);
      await tx.setVaultLock({ keyMark });
      const marks = { hvelv: [before?.keyMark.slice(0, 8), keyMark.slice(0, 8)] as const };
      await logDifferences(tx, 'policy', 'vault', marks, { at: clock.now(), by: systemName });
    });
    return ok(key);
  };

async function keepKey(lock: VaultLock, key: Uint8Array): Promise<Result<undefined, 'vault-locked'>> {
  try {
    await lock.keep(key);
    return ok(undefined);
  } catch (fault) {
    if (fault instanceof VaultLocked) return refuse('vault-locked', { reason: fault.reason });
    throw fault;
  }
}
