import {
  type AnswerId,
  type EntryId,
  type Instant,
  type JobId,
  ok,
  type Result,
  refuse,
  type Sha256,
} from './basics.ts';
import { type CaseFile, isOpen } from './case-file.ts';
import type { FailureReason, Signer, SigningJob } from './signing-job.ts';
import { isFollowed } from './succession.ts';
import { tidyTitle } from './title.ts';
import type { Verdict } from './verdict.ts';

export const jobOutcomes = ['completed', 'failed'] as const;
export type JobOutcome = (typeof jobOutcomes)[number];

/**
 * What came back from the service, stored before it is confirmed and before it is filed. `filedAs` is empty while the
 * case is closed: then it waits in its own basket.
 */
export type Answer = {
  readonly id: AnswerId;
  readonly jobId: JobId;
  readonly outcome: JobOutcome;
  readonly failure?: FailureReason;
  readonly receivedAt: Instant;
  /** The instant of the deciding signature, refusal or expiry. */
  readonly decidedAt: Instant;
  readonly signedPdf?: Sha256;
  /** XAdES of each signer that has one. */
  readonly signatures: readonly { readonly signerName: string; readonly sha256: Sha256 }[];
  /** The PDF's own signature verified over the whole file; absent when there is no PDF. */
  readonly verified?: boolean;
  /** What was found out about the signed PDF; absent on answers from before that was kept. */
  readonly verdict?: Verdict;
  readonly filedAs?: EntryId;
  readonly confirmedAt?: Instant;
};

export type AnswerKind = 'signed' | FailureReason;
export const answerKind = (answer: Pick<Answer, 'outcome' | 'failure'>): AnswerKind =>
  answer.outcome === 'completed' ? 'signed' : (answer.failure ?? 'other');

const prefixes: Readonly<Record<AnswerKind, string>> = {
  signed: 'Signert',
  rejected: 'Avvist signering',
  expired: 'Utløpt signering',
  cancelled: 'Avbrutt signering',
  reserved: 'Avvist signering (reservert)',
  contactMissing: 'Avvist signering (mangler kontaktinformasjon)',
  blocked: 'Avvist signering (sperret)',
  nameMissing: 'Avvist signering (navn ikke tilgjengelig)',
  other: 'Signering ikke fullført',
};

const soFar = 'Signert så langt';

/** Title of the incoming entry: «Signert: …», «Avvist signering: …». It is archive metadata, so always Norwegian. */
export const answerTitle = (kind: AnswerKind, title: string): string => `${prefixes[kind]}: ${bare(title)}`;

/** Title of what had been signed when the job ended otherwise, beside the note on that. */
export const signedSoFarTitle = (title: string): string => `${soFar}: ${bare(title)}`;

/** The title without what an earlier answer put before it, and said once where it was said twice: «Avtale / Avtale». */
function bare(title: string): string {
  const tidy = tidyTitle(title);
  const before = [...Object.values(prefixes), soFar].find((prefix) => tidy.startsWith(`${prefix}: `));
  const rest = before === undefined ? tidy : tidy.slice(before.length + 2);
  if (before !== undefined) return bare(rest);
  const middle = (rest.length - 3) / 2;
  const first = rest.slice(0, Math.max(0, middle));
  return first !== '' && rest === `${first} / ${first}` ? bare(first) : rest;
}

export type FilingRefusal = 'answer-filed' | 'answer-succeeded' | 'case-closed';
/** May the answer to `job` be filed in this case now? */
export function canBeFiled(
  answer: Pick<Answer, 'filedAs'>,
  job: Pick<SigningJob, 'succeededBy'>,
  target: Pick<CaseFile, 'status' | 'caseNumber'>,
): Result<undefined, FilingRefusal> {
  if (answer.filedAs) return refuse('answer-filed');
  if (isFollowed(job)) return refuse('answer-succeeded');
  return isOpen(target) ? ok(undefined) : refuse('case-closed', { case: target.caseNumber });
}

/** Sender of the incoming entry: those who signed or refused; when nobody did (expiry), those who were asked. */
export function answerSenders(signers: readonly Signer[]): readonly string[] {
  const acted = signers.filter((signer) => signer.state === 'signed' || signer.state === 'rejected');
  return (acted.length > 0 ? acted : signers).map((signer) =>
    signer.onBehalfOf ? `${signer.onBehalfOf} v/ ${signer.name}` : signer.name,
  );
}
