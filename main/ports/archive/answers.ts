import type { Answer } from '../../../domain/answer.ts';
import type { AnswerId, JobId } from '../../../domain/basics.ts';

export interface AnswerReader {
  findAnswerOf(jobId: JobId): Promise<Answer | undefined>;
  findAnswer(id: AnswerId): Promise<Answer | undefined>;
  /** Stored but not filed, oldest first. */
  unfiledAnswers(): Promise<readonly Answer[]>;
}

export interface AnswerWriter {
  /** One answer per job: a second one throws {@link AnswerAlreadyStored}. */
  addAnswer(answer: Answer): Promise<void>;
  changeAnswer(id: AnswerId, change: Partial<Pick<Answer, 'filedAs' | 'confirmedAt'>>): Promise<void>;
}

export class AnswerAlreadyStored extends Error {
  override readonly name = 'AnswerAlreadyStored';
}
