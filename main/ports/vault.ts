import type { Result } from '../../domain/basics.ts';
import type { IdentityNumber } from '../../domain/identity-number.ts';

/** Encrypts what must never be readable in the archive file: identity numbers. The key is the host's. */
export interface IdentityVault {
  seal(text: string): Promise<Uint8Array>;
  /** Throws {@link VaultLocked} when the key is gone or the bytes were altered. */
  open(sealed: Uint8Array): Promise<string>;
  /** A keyed fingerprint by which the same number is recognised without being readable. */
  fingerprint(number: IdentityNumber): Promise<string>;
}
/**
 * Encrypts files that show identity numbers. The bytes keep their length; `seal` is what it takes to open them besides
 * the key.
 */
export interface FileSeal {
  close(bytes: Uint8Array): { readonly bytes: Uint8Array; readonly seal: Uint8Array };
  /** Throws {@link VaultLocked} when the key is gone or the bytes were altered. */
  open(bytes: Uint8Array, seal: Uint8Array): Uint8Array;
}

/**
 * Why the vault key is not to be had. `no-key`: none is kept on this machine for this user. `no-ring`: the operating system has no
 * key ring. `plain-ring`: it has one that hides nothing. `refused`: the ring or the file does not give the key.
 * `other-key`: the key that is kept belongs to another archive.
 */
export type VaultLockReason = 'no-key' | 'no-ring' | 'plain-ring' | 'refused' | 'other-key';

export class VaultLocked extends Error {
  override readonly name = 'VaultLocked';
  readonly reason: VaultLockReason;
  constructor(message: string, options: ErrorOptions & { readonly reason?: VaultLockReason } = {}) {
    super(message, options);
    this.reason = options.reason ?? 'refused';
  }
}

/** The first lock: where a user's machine keeps the 32 bytes of the vault key. */
export interface VaultLock {
  /** `undefined` when none is kept. Throws {@link VaultLocked}. */
  open(): Promise<Uint8Array | undefined>;
  /** Keeps `key` in place of what is there, whole or not at all. Throws {@link VaultLocked} where nothing can be kept. */
  keep(key: Uint8Array): Promise<void>;
}

export type RecoveryRefusal =
  /** Something is left out or misspelt; its checksum says so. */
  | 'recovery-key-misspelt'
  /** Well formed, and not the one. */
  | 'recovery-key-wrong';

/** The second lock: a key on paper, for which the vault key is sealed. */
export interface RecoveryLocksmith {
  /** `recoveryKey` is shown once and kept nowhere. */
  make(vaultKey: Uint8Array): Promise<{
    readonly recoveryKey: string;
    readonly recipient: string;
    readonly sealedKey: Uint8Array;
  }>;
  /** The vault key, with what a person typed from the paper. */
  open(sealedKey: Uint8Array, typed: string): Promise<Result<Uint8Array, RecoveryRefusal>>;
  /** What a vault key is recognised by without being told. */
  markOf(vaultKey: Uint8Array): string;
  /** 32 random bytes. */
  newVaultKey(): Uint8Array;
}
