import type { DocumentId, DocumentObjectId, EntryId, Id, Instant, Sha256 } from './basics.ts';
import { isWorse, type SignatureReport } from './signature-report.ts';
import { isVerified, type Verdict } from './verdict.ts';

export type ControlId = Id<'signature-control'>;

/** One control of one file, as it turned out then. */
export type SignatureControl = {
  readonly id: ControlId;
  readonly fileName: string;
  readonly sha256: Sha256;
  readonly size: number;
  readonly at: Instant;
  readonly by: string;
  readonly seglVersion: string;
  readonly report: SignatureReport;
  /** Of the answer to a job: whether it is the very document that was sent. Nothing else is compared with anything. */
  readonly verdict?: Verdict;
};

/** A control of what the archive holds. */
export type FiledControl = SignatureControl & {
  readonly documentId: DocumentId;
  readonly objectId: DocumentObjectId;
  /** It turned out worse than what was known before it. */
  readonly isWorse: boolean;
  /** Somebody of the document centre has dealt with that. */
  readonly settled?: { readonly at: Instant; readonly by: string };
};

/** A signed file that the archive holds, in the newest version of its document. */
export type SignedObject = {
  readonly entryId: EntryId;
  readonly documentId: DocumentId;
  readonly objectId: DocumentObjectId;
};

/** `before`: the last control; where there was none, whether the file was taken in as verified. */
export function hasWorsened(
  before: Pick<SignatureControl, 'report' | 'verdict'> | { readonly wasVerified: boolean },
  now: Pick<SignatureControl, 'report' | 'verdict'>,
): boolean {
  if ('wasVerified' in before) return before.wasVerified && !isGood(now);
  const lost = before.verdict !== undefined && isVerified(before.verdict) && !isBound(now);
  return lost || isWorse(before.report.word, now.report.word);
}

const isBound = ({ verdict }: Pick<SignatureControl, 'verdict'>): boolean =>
  verdict !== undefined && isVerified(verdict);
const isGood = (control: Pick<SignatureControl, 'report' | 'verdict'>): boolean =>
  control.report.word === 'holds' && (control.verdict === undefined || isBound(control));
