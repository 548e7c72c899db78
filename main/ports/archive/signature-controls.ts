import type { AnswerId, DocumentId, Instant } from '../../../domain/basics.ts';
import type { ControlId, FiledControl, SignedObject } from '../../../domain/signature-control.ts';

export interface SignatureControlReader {
  /** Of one document, newest first. */
  controlsOf(documentId: DocumentId): Promise<readonly FiledControl[]>;
  findControl(id: ControlId): Promise<FiledControl | undefined>;
  /** Turned out worse than before, and nobody has dealt with it; the oldest first. */
  worsenedControls(): Promise<readonly FiledControl[]>;
  /** Whose newest control says that the evidence must be renewed before this; the most urgent first. */
  controlsToRenew(before: Instant): Promise<readonly FiledControl[]>;
  /** Signed files, the newest of each document, whose document has never been controlled; at most so many. */
  uncontrolled(most: number): Promise<readonly SignedObject[]>;
  countUncontrolled(): Promise<number>;
  /** The answer that was filed as this document. */
  answerFiledAs(documentId: DocumentId): Promise<AnswerId | undefined>;
}

export interface SignatureControlWriter {
  addControl(control: FiledControl): Promise<void>;
  settleControl(id: ControlId, at: Instant, by: string): Promise<void>;
}
