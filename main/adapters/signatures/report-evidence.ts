import { toInstant } from '../../../domain/calendar.ts';
import {
  type ControlFault,
  type SignatureCode,
  type SignatureFinding,
  type SignatureReport,
  wordFor,
} from '../../../domain/signature-report.ts';
import type { ControlOrder } from '../../ports/pdf-workshop.ts';
import { faultOfSignature } from './judge-evidence.ts';
import {
  describeChain,
  fingerprintOf,
  isForSigning,
  isRevocationKnown,
  renewalOf,
} from './judge-signature.ts';
import { isSame, type ReadCertificate, readAnchors, readCertificate } from './read-certificate.ts';
import { type Evidence, readEvidence } from './read-evidence.ts';
import { readTimeStamp, type TimeStamp } from './read-time-stamp.ts';
import { findTrustPath } from './trust-path.ts';

const clockSkewMs = 5 * 60_000;

/**
 * What the evidence of one signature (XAdES, as Posten's service delivers it) is worth by itself. Which document it is
 * about it names by digest only.
 */
export function reportEvidence(
  bytes: Uint8Array,
  order: ControlOrder,
): SignatureReport | { readonly fault: ControlFault } {
  let evidence: Evidence;
  let certificates: readonly ReadCertificate[];
  try {
    evidence = readEvidence(bytes);
    certificates = evidence.certificates.map((der) => readCertificate(der));
  } catch {
    return { fault: 'other-xml' };
  }
  const [own, ...others] = certificates;
  if (!own) return { fault: 'other-xml' };
  const anchors = readAnchors(order.anchors);
  const stampAnchors = readAnchors(order.timeStampAnchors);
  const stamps = evidence.timeStamps.map(({ token, over }) => tryStamp(token, over, stampAnchors));
  const finding = findingOf({ evidence, own, others, anchors, stampAnchors, stamps, order });
  const used = new Set(finding.chain.map(({ fingerprint }) => fingerprint));
  return {
    format: 'xades',
    word: wordFor([finding]),
    signatures: [finding],
    updatesAfter: 0,
    about: evidence.documents.map(({ digest }) => digest.toString('hex')),
    renewal: finding.renewal,
    anchors: anchors
      .map((anchor) => ({ name: anchor.name, fingerprint: fingerprintOf(anchor) }))
      .filter(({ fingerprint }) => used.has(fingerprint)),
  };
}

function tryStamp(
  token: Uint8Array,
  over: string,
  anchors: readonly ReadCertificate[],
): TimeStamp | undefined {
  try {
    return readTimeStamp(token, Buffer.from(over), anchors);
  } catch {
    return undefined;
  }
}

type Described = {
  readonly evidence: Evidence;
  readonly own: ReadCertificate;
  readonly others: readonly ReadCertificate[];
  readonly anchors: readonly ReadCertificate[];
  readonly stampAnchors: readonly ReadCertificate[];
  readonly stamps: readonly (TimeStamp | undefined)[];
  readonly order: ControlOrder;
};

function findingOf({
  evidence,
  own,
  others,
  anchors,
  stampAnchors,
  stamps,
  order,
}: Described): SignatureFinding {
  const held = stamps.filter((stamp) => stamp !== undefined);
  const trusted = held.filter(({ isIntact, isTrusted }) => isIntact && isTrusted);
  const [first] = trusted.toSorted((one, other) => one.at.getTime() - other.at.getTime());
  const received = new Date(order.knownSince ?? order.at);
  const at = first?.at ?? received;
  const way = findTrustPath(own, others, anchors, at);
  const path = 'path' in way ? way.path : [own, ...others.slice(0, 4)];
  const isAnchored = path.some((one) => anchors.some((anchor) => isSame(anchor, one)));
  const stamped = first && findTrustPath(first.cms.signer, first.cms.others, stampAnchors, first.at);
  const code = ((): SignatureCode => {
    const fault = faultOfSignature(evidence, own);
    if (fault) return fault === 'weak-algorithm' ? fault : 'broken';
    if (held.length < stamps.length || held.some(({ isIntact }) => !isIntact)) return 'broken';
    if ('fault' in way) return way.fault;
    if (!isForSigning(own)) return 'not-for-signing';
    const isLate = evidence.signedAt.getTime() > Date.parse(order.at) + clockSkewMs;
    return isLate ? 'signing-time-in-future' : 'holds';
  })();
  const isKnown = isRevocationKnown(path, evidence.revocation);
  return {
    kind: 'signature',
    code,
    by: own.name,
    ...(own.organisation && { organisation: own.organisation }),
    onBehalfOf: evidence.displayName,
    claimedAt: toInstant(evidence.signedAt),
    time: {
      at: toInstant(at),
      source: first ? 'signature-time-stamp' : order.knownSince ? 'receipt' : 'now',
    },
    level: held.some(({ isIntact }) => isIntact) ? (isKnown ? 'B-LT' : 'B-T') : 'B-B',
    digest: /sha(\d+)$/.exec(evidence.signatureMethod)?.[1]?.replace(/^/, 'SHA-'),
    later: 'nothing',
    covered: evidence.signedInfo.length,
    stamps: held.map((stamp) => ({
      at: toInstant(stamp.at),
      by: stamp.cms.signer.name,
      isIntact: stamp.isIntact,
      isTrusted: stamp.isTrusted,
    })),
    chain: describeChain(path, isAnchored, evidence.revocation),
    ...(code === 'holds' && {
      renewal:
        stamped && 'path' in stamped
          ? renewalOf(stamped.path, 'time-stamp-ends')
          : renewalOf(path, 'certificate-ends'),
    }),
  };
}
