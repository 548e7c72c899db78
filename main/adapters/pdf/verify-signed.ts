import type { PDF } from '@libpdf/core';
import {
  type ChangeCode,
  type SealCode,
  type Verdict,
  type VerdictPart,
  verdictPart,
} from '../../../domain/verdict.ts';
import type { VerifyOrder } from '../../ports/pdf-workshop.ts';
import { judgeEvidence } from '../signatures/judge-evidence.ts';
import { judgeSeal, type TrustedTime } from '../signatures/judge-seal.ts';
import { readAnchors } from '../signatures/read-certificate.ts';
import type { TimeStamp } from '../signatures/read-time-stamp.ts';
import { judgeContent } from './judge-content.ts';
import { judgeUpdate } from './judge-update.ts';
import { listSeals, storedEvidence } from './list-seals.ts';
import { openSignedPdf, type ReadSeal, readOwnStamps, readSeal, tryCertificate } from './read-seals.ts';

/** Judges what a signing service delivers as the signed document: any bytes at all. */
export async function verifySigned(signed: Uint8Array, order: VerifyOrder): Promise<Verdict> {
  const { policy, signers } = order;
  return {
    ...(await judgeFile(signed, order)),
    evidence: policy.evidenceOrganisations ? signers.map((signer) => judgeEvidence(signer, order)) : [],
  };
}

async function judgeFile(signed: Uint8Array, order: VerifyOrder): Promise<Omit<Verdict, 'evidence'>> {
  const pdf = await openSignedPdf(signed);
  const none = { unchanged: verdictPart('not-judged'), isWhatWasSent: verdictPart('not-judged') };
  if (!pdf) return { sealedBy: verdictPart('not-a-pdf'), ...none };
  const isWhatWasSent = pdf.recoveredViaBruteForce
    ? verdictPart('not-judged')
    : await judgeContent(pdf, order);
  const seals = listSeals(signed, pdf);
  if (seals.length === 0)
    return { sealedBy: verdictPart('no-seal'), unchanged: verdictPart('not-judged'), isWhatWasSent };
  const read = seals.map((seal) => readSeal(seal, readAnchors(order.policy.timeStampAnchors)));
  const outer = read
    .filter(({ seal }) => seal.kind !== 'time-stamp')
    .toSorted((one, other) => (other.seal.reach?.end ?? 0) - (one.seal.reach?.end ?? 0))[0];
  return {
    sealedBy: outer ? judgeSealer(outer, read, order, pdf) : verdictPart('no-seal'),
    unchanged: await judgeChange(signed, pdf, read, outer),
    isWhatWasSent,
  };
}

function judgeSealer(
  { seal, cms }: ReadSeal,
  all: readonly ReadSeal[],
  { policy, receivedAt }: VerifyOrder,
  pdf: PDF,
): VerdictPart<SealCode> {
  if (seal.kind !== 'seal' || !cms) return verdictPart('seal-unreadable');
  if (cms.content !== undefined) return verdictPart('seal-unreadable');
  const received = new Date(receivedAt);
  const own = readOwnStamps(cms, readAnchors(policy.timeStampAnchors));
  if (own.some((stamp) => !stamp?.isIntact)) return verdictPart('seal-altered', { by: cms.signer.name });
  const reach = seal.reach?.end ?? Number.POSITIVE_INFINITY;
  const later = all.filter((one) => (one.seal.reach?.end ?? 0) >= reach).map(({ stamp }) => stamp);
  const stamps = [...own, ...later].filter((stamp) => stamp !== undefined);
  const { certificates, ...evidence } = storedEvidence(pdf);
  return judgeSeal({
    cms,
    anchors: readAnchors(policy.anchors),
    policy,
    time: trustedTime(stamps, received),
    receivedAt: received,
    spares: certificates.flatMap(tryCertificate),
    evidence,
  });
}

/** The earliest trusted time stamp, else the time it was received. */
function trustedTime(stamps: readonly TimeStamp[], received: Date): TrustedTime {
  const times = stamps
    .filter(({ isIntact, isTrusted, at }) => isIntact && isTrusted && at <= received)
    .map(({ at }) => at.getTime());
  return times.length > 0
    ? { at: new Date(Math.min(...times)), source: 'time-stamp' }
    : { at: received, source: 'receipt' };
}

async function judgeChange(
  bytes: Uint8Array,
  pdf: PDF,
  all: readonly ReadSeal[],
  outer: ReadSeal | undefined,
): Promise<VerdictPart<ChangeCode>> {
  if (!outer) return verdictPart('not-judged');
  if (all.some(({ seal }) => !seal.reach)) return verdictPart('not-covered');
  if (all.some(({ isIntact }) => !isIntact)) return verdictPart('content-altered');
  const end = outer.seal.reach?.end ?? 0;
  if (pdf.recoveredViaBruteForce) return verdictPart('structure-unclear');
  if (end === bytes.length) return verdictPart('unchanged');
  // All that follows the outermost seal is judged, the document time stamps among it included.
  return judgeUpdate(bytes, end, pdf);
}
