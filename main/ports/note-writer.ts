import type { AnswerKind } from '../../domain/answer.ts';
import type { Instant, Sha256 } from '../../domain/basics.ts';
import type { Signer } from '../../domain/signing-job.ts';
import type { Note } from './pdf-workshop.ts';

/** What a note on an unfulfilled signing job tells: who answered what and when. */
export type NoteFacts = {
  readonly kind: AnswerKind;
  readonly recordNumber: string;
  readonly caseNumber: string;
  readonly title: string;
  readonly orderedBy: string;
  readonly sentAt?: Instant;
  readonly decidedAt: Instant;
  readonly receivedAt: Instant;
  readonly deadlineDays: number;
  readonly serviceJobId?: string;
  readonly signers: readonly Signer[];
  /** What came with the answer: the signed document of all, what was signed so far, or nothing. */
  readonly document: 'whole' | 'so-far' | 'none';
  readonly merged: { readonly sha256: Sha256; readonly pages: number };
};

/** Words the note in nynorsk where that is the user's language, else in bokmål. */
export type WriteNote = (facts: NoteFacts) => Note;
