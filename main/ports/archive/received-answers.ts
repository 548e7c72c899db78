import type { JobId } from '../../../domain/basics.ts';
import type { ReceivedAnswer } from '../../../domain/doubtful-answer.ts';

export interface ReceivedAnswerReader {
  /** What came for a job and was not taken as its answer, oldest first. */
  receivedOf(jobId: JobId): Promise<readonly ReceivedAnswer[]>;
}

export interface ReceivedAnswerWriter {
  addReceived(received: ReceivedAnswer): Promise<void>;
}
