import type { Instant } from '../../../domain/basics.ts';

export interface PollTimeReader {
  /** When the service next allows polling `queue`. */
  nextPollAt(queue: string): Promise<Instant | undefined>;
}

export interface PollTimeWriter {
  setNextPollAt(queue: string, at: Instant): Promise<void>;
}
