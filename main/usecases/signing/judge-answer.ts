import { type Doubt, doubtsOf } from '../../../domain/doubtful-answer.ts';
import type { IdentityNumber } from '../../../domain/identity-number.ts';
import type { SigningJob } from '../../../domain/signing-job.ts';
import { isVerified, type Verdict } from '../../../domain/verdict.ts';
import type { FileReader } from '../../ports/archive/files.ts';
import type { ArchivePart } from '../../ports/archive-store.ts';
import { type JobChange, ServiceRefusal } from '../../ports/signing-service.ts';
import type { Match } from '../dispatch/match-signers.ts';
import type { Needs } from '../needs.ts';

type Touching = { readonly archive: ArchivePart<FileReader> };

/** What the service gave for an ended job, and what was found out about it. */
export type JudgedAnswer = {
  readonly pdf?: Uint8Array;
  /** Evidence that holds. */
  readonly evidence: readonly { readonly signerName: string; readonly bytes: Uint8Array }[];
  readonly verdict?: Verdict;
  /** «Kontrollert»: everything holds, and by the right people. */
  readonly verified: boolean;
  /** What keeps it from being the answer; none where it is one. */
  readonly doubts: readonly Doubt[];
};

type Judging = Pick<Needs, 'pdf' | 'signing' | 'clock' | 'log'> & Touching;

/**
 * Fetches what an ended job left at the service and judges it. Throws where that could not be done now, by the service
 * or by ourselves: that says nothing about the answer, and it is tried again.
 */
export async function judgeAnswer(
  needs: Judging,
  job: SigningJob,
  change: JobChange,
  match: Match,
): Promise<JudgedAnswer> {
  const people = doubtsAboutPeople(job, change, match);
  const pdf = await fetchDocument(needs, change);
  const signed = await fetchEvidence(needs, change, match);
  if (!pdf) {
    const missing: readonly Doubt[] = change.status === 'completed' ? ['no-document'] : [];
    return { evidence: [], verified: false, doubts: [...missing, ...people] };
  }
  const sent = await needs.archive.read.readFile(job.merged.sha256);
  if (!sent) throw new Error('the document that was sent is missing');
  const verdict = await needs.pdf.verify(pdf, {
    sent,
    title: job.title,
    signers: signed,
    asked: numbersOf(job, match),
    policy: needs.signing.sealPolicy(),
    receivedAt: needs.clock.now(),
  });
  const holding = new Set(
    verdict.evidence.filter(({ outcome }) => outcome === 'holds').map(({ signerName }) => signerName),
  );
  return {
    pdf,
    evidence: signed.flatMap(({ name, evidence }) =>
      evidence && holding.has(name) ? [{ signerName: name, bytes: evidence }] : [],
    ),
    verdict,
    verified: isVerified(verdict) && match.sure && people.length === 0,
    doubts: [...doubtsOf(verdict), ...people],
  };
}

/** Of everyone who was asked; nothing where one of them is not known. */
function numbersOf({ signers }: SigningJob, { ours }: Match): readonly string[] | undefined {
  const numbers = ours.flatMap(({ identityNumber }) => identityNumber ?? []);
  return numbers.length === signers.length ? numbers : undefined;
}

/** Who is said to have answered must be those who were asked, and all of them where all is said to be signed. */
function doubtsAboutPeople(job: SigningJob, change: JobChange, match: Match): readonly Doubt[] {
  if (match.strangers > 0) return ['other-people'];
  if (change.status !== 'completed') return [];
  const told = match.sure ? match.ours.map((one) => one.signer) : change.signers;
  const all = told.length === job.signers.length && told.every(({ state }) => state === 'signed');
  return all ? [] : ['signers-unfinished'];
}

const fetchDocument = async (needs: Judging, change: JobChange): Promise<Uint8Array | undefined> => {
  const { padesUrl } = change;
  return padesUrl === undefined
    ? undefined
    : unlessRefused(needs, change, () => needs.signing.fetchSignedPdf(padesUrl));
};

/** The evidence (XAdES) of each signer who has signed; with the name, where the signer is known. */
async function fetchEvidence(needs: Judging, change: JobChange, match: Match) {
  const found: {
    readonly name: string;
    readonly identityNumber?: IdentityNumber;
    readonly evidence?: Uint8Array;
  }[] = [];
  for (const one of change.signers) {
    if (one.state !== 'signed') continue;
    const known = match.ours.find((candidate) => candidate.change === one);
    const { xadesUrl } = one;
    const evidence =
      xadesUrl === undefined
        ? undefined
        : await unlessRefused(needs, change, () => needs.signing.fetchSignature(xadesUrl));
    found.push({ name: known?.signer.name ?? '', identityNumber: known?.identityNumber, evidence });
  }
  return found;
}

/** A file that the service says is gone must not keep the rest of the answer away; one it cannot give now comes later. */
async function unlessRefused(
  { log }: Pick<Needs, 'log'>,
  change: JobChange,
  fetch: () => Promise<Uint8Array>,
): Promise<Uint8Array | undefined> {
  try {
    const bytes = await fetch();
    return bytes.byteLength > 0 ? bytes : undefined;
  } catch (fault) {
    if (!(fault instanceof ServiceRefusal)) throw fault;
    log(`job ${change.serviceJobId}: a file of the answer was refused: ${fault.code}`);
    return undefined;
  }
}
