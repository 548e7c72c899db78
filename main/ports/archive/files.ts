import type { Instant, Sha256 } from '../../../domain/basics.ts';

export interface FileReader {
  /** The file itself, opened where it is sealed. Throws `VaultLocked` when it is sealed and its key is gone. */
  readFile(sha256: Sha256): Promise<Uint8Array | undefined>;
  /** Whether the file is kept sealed, because it shows identity numbers. */
  isFileSealed(sha256: Sha256): Promise<boolean>;
}

export interface FileWriter {
  /**
   * Writes the bytes under their digest; the same bytes twice are stored once. `sealed` for a file that shows identity
   * numbers: once sealed it stays so.
   */
  putFile(sha256: Sha256, bytes: Uint8Array, at: Instant, keep?: 'sealed'): Promise<void>;
}
