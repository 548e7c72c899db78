import type { Instant, Sha256 } from '../../domain/basics.ts';

/** Time, chance and digests, handed in so that rules and tests decide them. */
export interface Surroundings {
  now(): Instant;
  newId(): string;
  sha256(bytes: Uint8Array): Promise<Sha256>;
}

/** Encrypts what must never be readable in the archive file: identity numbers. The key is the host's. */
export interface IdentityVault {
  seal(text: string): Promise<Uint8Array>;
  /** Throws {@link VaultLocked} when the key is gone or the bytes were altered. */
  open(sealed: Uint8Array): Promise<string>;
  /** A keyed fingerprint by which the same number is recognised without being readable. */
  fingerprint(digits: string): Promise<string>;
}
export class VaultLocked extends Error {}
