import type { Actor } from '../../../domain/access/actor.ts';
import { type ArchiveRefusal, may, theArchive } from '../../../domain/access/may.ts';
import { ok, type Result, refuse } from '../../../domain/basics.ts';
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
type MakeRefusal = ArchiveRefusal;

/** May this person see to the vault's locks? What a training archive holds is invented, and nothing of it is kept safe. */
export const decideKeeping = (training: boolean, actor: Actor): Result<undefined, MakeRefusal> =>
  training ? refuse('not-allowed') : may(actor, 'manage-vault', theArchive);

/** A new recovery key, to be shown once. The one before stays good until this one has been entered. */
export const makeRecoveryKey =
  ({ openVault, training }: Making) =>
  async (actor: Actor): Promise<Result<string, MakeRefusal>> => {
    const allowed = decideKeeping(training, actor);
    if (!allowed.ok) return allowed;
    const { recoveryKey, ...lock } = await openVault.locksmith.make(openVault.key);
    openVault.waiting = lock;
    return ok(recoveryKey);
  };

type TryRefusal = MakeRefusal | RecoveryRefusal | 'recovery-key-missing';

/** What was shown is entered from the paper: from now on it is the archive's recovery key. */
export const confirmRecoveryKey =
  (needs: Making) =>
  async (actor: Actor, typed: string): Promise<Result<undefined, TryRefusal>> => {
    const tried = await tryKey(needs, actor, typed, async () => needs.openVault.waiting);
    if (tried.ok) delete needs.openVault.waiting;
    return tried;
  };

/** Whether the paper in the safe is still the right one. */
export const testRecoveryKey =
  (needs: Making) =>
  (actor: Actor, typed: string): Promise<Result<undefined, TryRefusal>> =>
    tryKey(needs, actor, typed, async () => (await needs.archive.read.vaultLock())?.recovery);

/** Opens the lock with the key that is typed, and notes when that was. */
async function tryKey(
  needs: Making,
  actor: Actor,
  typed: string,
  findLock: () => Promise<Omit<RecoveryLock, 'testedAt'> | undefined>,
): Promise<Result<undefined, TryRefusal>> {
  const allowed = decideKeeping(needs.training, actor);
  if (!allowed.ok) return allowed;
  const lock = await findLock();
  if (!lock) return refuse('recovery-key-missing');
  const tried = await opens(needs.openVault, lock.sealedKey, typed);
  if (tried.ok) await keepTested(needs, actor, lock);
  return tried;
}

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
  actor: Actor,
  { recipient, sealedKey }: Omit<RecoveryLock, 'testedAt'>,
): Promise<void> {
  await archive.change(async (tx) => {
    const before = await tx.vaultLock();
    const testedAt = clock.now();
    const keyMark = openVault.locksmith.markOf(openVault.key);
    await tx.setVaultLock({ keyMark, recovery: { recipient, sealedKey, testedAt } });
    const who = { at: testedAt, by: actor.name };
    await logDifferences(tx, 'policy', 'vault', { gjenopprettingsnoekkel: [nameOf(before), recipient] }, who);
  });
}
const nameOf = (stored: StoredVaultLock | undefined) => stored?.recovery?.recipient;
