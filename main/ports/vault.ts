/** Encrypts what must never be readable in the archive file: identity numbers. The key is the host's. */
export interface IdentityVault {
  seal(text: string): Promise<Uint8Array>;
  /** Throws {@link VaultLocked} when the key is gone or the bytes were altered. */
  open(sealed: Uint8Array): Promise<string>;
  /** A keyed fingerprint by which the same number is recognised without being readable. */
  fingerprint(digits: string): Promise<string>;
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
export class VaultLocked extends Error {
  override readonly name = 'VaultLocked';
}
