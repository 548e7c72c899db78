import type { Instant, Sha256 } from '../../../domain/basics.ts';

export interface FileReader {
  readFile(sha256: Sha256): Promise<Uint8Array | undefined>;
}

export interface FileWriter {
  /** Writes the bytes under their digest; the same bytes twice are stored once. */
  putFile(sha256: Sha256, bytes: Uint8Array, at: Instant): Promise<void>;
}
