/** Encrypts what must never be readable in the archive file: identity numbers. The key is the host's. */
export interface IdentityVault {
  seal(text: string): Promise<Uint8Array>;
  /** Throws {@link VaultLocked} when the key is gone or the bytes were altered. */
  open(sealed: Uint8Array): Promise<string>;
  /** A keyed fingerprint by which the same number is recognised without being readable. */
  fingerprint(digits: string): Promise<string>;
}
export class VaultLocked extends Error {}
