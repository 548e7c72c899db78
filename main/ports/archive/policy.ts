import type { SigningPolicy } from '../../../domain/limits.ts';

export interface PolicyReader {
  policy(): Promise<SigningPolicy>;
}

export interface PolicyWriter {
  setPolicy(policy: SigningPolicy): Promise<void>;
}
