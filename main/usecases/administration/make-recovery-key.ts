import { ok, type Result, refuse } from '../../../domain/basics.ts';
import { hasAbility, type User } from '../../../domain/roles.ts';
import type { LogWriter } from '../../ports/archive/change-log.ts';
import type {
  RecoveryLock,
  StoredVaultLock,
  VaultLockReader,
  VaultLockWriter,
} from '../../ports/archive/vault-lock.ts';
import type { ArchivePart } from '../../ports/archive-store.ts';
import type { RecoveryLocksmith, RecoveryRefusal } from '../../ports/vault.ts';
import { logDifferences } from '../audit-log.ts';
import type { Needs } from '../needs.ts';

type Touching = { readonly archive: ArchivePart<VaultLockReader, LogWriter & VaultLockWriter> };

/** The vault of an open archive, as far as its second lock needs it. */
export type OpenVault = {
  readonly locksmith: RecoveryLocksmith;
  /** Never passed on, never logged. */
  readonly key: Uint8Array;
  /** A recovery key that has been shown, and not yet been entered by the one who wrote it down. */
  waiting?: Omit<RecoveryLock, 'testedAt'>;
};
type Making = Pick<Needs, 'clock' | 'training'> & Touching & { readonly openVault: OpenVault };
type MakeRefusal = 'not-allowed';

/** A new recovery key, to be shown once. The one before stays good until this one has been entered. */
export const makeRecoveryKey =
  ({ openVault, training }: Making) =>
  async (user: User): Promise<Result<string, MakeRefusal>> => {
    if (training || !hasAbility(user, 'manage-vault')) return refuse('not-allowed');
    const { recoveryKey, ...lock } = await openVault.locksmith.make(openVault.key);
    openVault.waiting = lock;
    return ok(recoveryKey);
  };

/** What was shown is entered from the paper: from now on it is the archive's recovery key. */
export const confirmRecoveryKey =
  (needs: Making) =>
  async (
    user: User,
    typed: string,
  ): Promise<Result<undefined, MakeRefusal | RecoveryRefusal | 'recovery-key-missing'>> => {
    if (needs.training || !hasAbility(user, 'manage-vault')) return refuse('not-allowed');
    const { waiting } = needs.openVault;
    if (!waiting) return refuse('recovery-key-missing');
    const tried = await opens(needs.openVault, waiting.sealedKey, typed);
    if (!tried.ok) return tried;
    await keepTested(needs, user, waiting);
    delete needs.openVault.waiting;
    return ok(undefined);
  };

/** Whether the paper in the safe is still the right one. */
export const testRecoveryKey =
  (needs: Making) =>
  async (
    user: User,
    typed: string,
  ): Promise<Result<undefined, MakeRefusal | RecoveryRefusal | 'recovery-key-missing'>> => {
    if (needs.training || !hasAbility(user, 'manage-vault')) return refuse('not-allowed');
    const stored = await needs.archive.read.vaultLock();
    if (!stored?.recovery) return refuse('recovery-key-missing');
    const tried = await opens(needs.openVault, stored.recovery.sealedKey, typed);
    if (!tried.ok) return tried;
    await keepTested(needs, user, stored.recovery);
    return ok(undefined);
  };

async function opens(
  { locksmith, key }: OpenVault,
  sealedKey: Uint8Array,
  typed: string,
): Promise<Result<undefined, RecoveryRefusal>> {
  const opened = await locksmith.open(sealedKey, typed);
  if (!opened.ok) return opened;
  return locksmith.markOf(opened.value) === locksmith.markOf(key)
    ? ok(undefined)
    : refuse('recovery-key-wrong');
}

async function keepTested(
  { archive, clock, openVault }: Making,
  user: User,
  { recipient, sealedKey }: Omit<RecoveryLock, 'testedAt'>,
): Promise<void> {
  await archive.change(async (tx) => {
    const before = await tx.vaultLock();
    const testedAt = clock.now();
    const keyMark = openVault.locksmith.markOf(openVault.key);
    await tx.setVaultLock({ keyMark, recovery: { recipient, sealedKey, testedAt } });
    const who = { at: testedAt, by: user.name };
    await logDifferences(tx, 'policy', 'vault', { gjenopprettingsnoekkel: [nameOf(before), recipient] }, who);
  });
}
const nameOf = (stored: StoredVaultLock | undefined) => stored?.recovery?.recipient;
