import type { Instant } from '../../../domain/basics.ts';

/** The vault key, sealed for whoever has the recovery key. */
export type RecoveryLock = {
  /** Public: tells one recovery key from another. */
  readonly recipient: string;
  /** An age file. */
  readonly sealedKey: Uint8Array;
  /** When a person last entered the recovery key and it opened. */
  readonly testedAt: Instant;
};
/** How the archive's vault is opened; never the key itself. */
export type StoredVaultLock = {
  /** What the right vault key is recognised by. */
  readonly keyMark: string;
  readonly recovery?: RecoveryLock;
};

export interface VaultLockReader {
  vaultLock(): Promise<StoredVaultLock | undefined>;
}
export interface VaultLockWriter {
  /** The lock from now on. The one of another key is kept beside it. */
  setVaultLock(lock: StoredVaultLock): Promise<void>;
}
