import type { Instant } from '../../../domain/basics.ts';

export type VaultLockTable = {
  key_mark: string;
  in_use: 0 | 1;
  recipient: string | null;
  sealed_key: Uint8Array | null;
  tested_at: Instant | null;
};
