import { PDF } from '@libpdf/core';
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
import { type ReadCertificate, readAnchors, readCertificate } from '../signatures/read-certificate.ts';
import { type Cms, readCms } from '../signatures/read-cms.ts';
import { readTimeStamp, type TimeStamp } from '../signatures/read-time-stamp.ts';
import { judgeContent } from './judge-content.ts';
import { judgeUpdate } from './judge-update.ts';
import { listSeals, type PdfSeal, storedEvidence } from './list-seals.ts';

/** Judges what a signing service delivers as the signed document: any bytes at all. */
export async function verifySigned(signed: Uint8Array, order: VerifyOrder): Promise<Verdict> {
  const { policy, signers } = order;
  return {
    ...(await judgeFile(signed, order)),
    evidence: policy.evidenceOrganisations ? signers.map((signer) => judgeEvidence(signer, order)) : [],
  };
}

async function judgeFile(signed: Uint8Array, order: VerifyOrder): Promise<Omit<Verdict, 'evidence'>> {
  const pdf = await openPdf(signed);
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

/** A file that needs a password, or that no reader makes anything of, is not one to judge further. */
async function openPdf(bytes: Uint8Array): Promise<PDF | undefined> {
  try {
    const pdf = await PDF.load(bytes);
    return pdf.isEncrypted || pdf.getPageCount() === 0 ? undefined : pdf;
  } catch {
    return undefined;
  }
}

type ReadSeal = {
  readonly seal: PdfSeal;
  readonly cms?: Cms;
  readonly stamp?: TimeStamp;
  /** It is over just what it covers, and its own signature holds. */
  readonly isIntact: boolean;
};

function readSeal(seal: PdfSeal, stampAnchors: readonly ReadCertificate[]): ReadSeal {
  const { reach } = seal;
  if (!reach) return { seal, isIntact: false };
  try {
    if (seal.kind === 'time-stamp') {
      const stamp = readTimeStamp(reach.cms, reach.signed, stampAnchors);
      return { seal, stamp, isIntact: stamp.isIntact };
    }
    const cms = readCms(reach.cms);
    // A CMS with embedded content signs that content and not the file.
    return { seal, cms, isIntact: cms.content === undefined && cms.isOver(reach.signed) && cms.holds() };
  } catch {
    return { seal, isIntact: false };
  }
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

/** Certificates that are kept beside a seal are no part of it: one that cannot be read is passed over. */
function tryCertificate(der: Uint8Array): readonly ReadCertificate[] {
  try {
    return [readCertificate(der)];
  } catch {
    return [];
  }
}

/** Time stamps over the signature itself; nothing in place of one that cannot be read. */
const readOwnStamps = (cms: Cms, anchors: readonly ReadCertificate[]): readonly (TimeStamp | undefined)[] =>
  cms.timeStamps.map((der) => {
    try {
      return readTimeStamp(der, cms.signature, anchors);
    } catch {
      return undefined;
    }
  });

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
