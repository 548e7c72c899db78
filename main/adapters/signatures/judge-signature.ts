import { createHash } from 'node:crypto';
import { toInstant } from '../../../domain/calendar.ts';
import {
  type ChainLink,
  earliest,
  type Renewal,
  type SignatureCode,
} from '../../../domain/signature-report.ts';
import { keyEnds, keyName } from './algorithms.ts';
import { findRevocation, type RevocationEvidence } from './find-revocation.ts';
import { faultOfTime, hasAltered, revocationOf, type TrustedTime } from './judge-seal.ts';
import { isSame, type ReadCertificate } from './read-certificate.ts';
import type { Cms } from './read-cms.ts';
import { findTrustPath, hasIssued } from './trust-path.ts';

export type SignatureCase = {
  readonly cms: Cms;
  readonly anchors: readonly ReadCertificate[];
  readonly time: TrustedTime;
  readonly receivedAt: Date;
  /** Certificates besides those of the CMS: a way may lead through them, and never ends there. */
  readonly spares: readonly ReadCertificate[];
  readonly evidence: RevocationEvidence;
};
export type JudgedSignature = {
  readonly code: SignatureCode;
  /** To an anchor where there is a way, else as far as the certificates lead. */
  readonly path: readonly ReadCertificate[];
  /** The path ends in an anchor, whether or not it can be relied on. */
  readonly isAnchored: boolean;
};

/** Never for a signature on a document. */
const otherUsages = new Set([
  '1.3.6.1.5.5.7.3.1',
  '1.3.6.1.5.5.7.3.3',
  '1.3.6.1.5.5.7.3.8',
  '1.3.6.1.5.5.7.3.9',
]);

/**
 * Whether a signature that covers what it should was made by the holder of a certificate that can be relied on. Anyone
 * may have signed, a person or an enterprise.
 */
export function judgeSignature(signature: SignatureCase): JudgedSignature {
  const { cms, anchors, time, spares } = signature;
  const others = [...cms.others, ...spares];
  const way = findTrustPath(cms.signer, others, anchors, time.at);
  const path = 'path' in way ? way.path : climb(cms.signer, [...anchors, ...others]);
  const isAnchored = path.some((one) => anchors.some((anchor) => isSame(anchor, one)));
  return { code: codeOf(signature, way, path), path, isAnchored };
}

function codeOf(
  signature: SignatureCase,
  way: ReturnType<typeof findTrustPath>,
  path: readonly ReadCertificate[],
): SignatureCode {
  const { cms, anchors } = signature;
  if (!cms.algorithm) return 'weak-algorithm';
  if (!cms.holds() || cms.namesCertificate === 'no') return 'broken';
  if ('fault' in way) return way.fault;
  if (!isForSigning(cms.signer)) return 'not-for-signing';
  const late = faultOfTime(signature);
  if (late) return late;
  if (hasAltered(cms, path, anchors)) return 'broken';
  return revocationOf(signature, path) === 'revoked' ? 'certificate-revoked' : 'holds';
}

export const isForSigning = ({ isAuthority, keyUsage, extendedUsages }: ReadCertificate): boolean =>
  !isAuthority &&
  (keyUsage === undefined || keyUsage.includes('nonRepudiation') || keyUsage.includes('digitalSignature')) &&
  (extendedUsages === undefined || extendedUsages.some((usage) => !otherUsages.has(usage)));

/** From one certificate to those that issued it, as far as they are there. */
function climb(leaf: ReadCertificate, others: readonly ReadCertificate[]): readonly ReadCertificate[] {
  const path = [leaf];
  for (let last = leaf; path.length < 8; ) {
    const issuer = others.find((one) => !path.some((there) => isSame(there, one)) && hasIssued(one, last));
    if (!issuer) break;
    path.push(issuer);
    last = issuer;
  }
  return path;
}

const day = (date: Date) => toInstant(date);
export const fingerprintOf = ({ der }: Pick<ReadCertificate, 'der'>): string =>
  createHash('sha256').update(der).digest('hex');

/** The way as a person may read it; the last of a way that is anchored is an anchor. */
export function describeChain(
  path: readonly ReadCertificate[],
  isAnchored: boolean,
  evidence: RevocationEvidence,
): readonly ChainLink[] {
  return path.map((certificate, place): ChainLink => {
    const issuer = path[place + 1];
    const found = issuer ? findRevocation(certificate, issuer, evidence) : undefined;
    return {
      name: certificate.name,
      ...(certificate.organisation && { organisation: certificate.organisation }),
      from: day(certificate.from),
      to: day(certificate.to),
      fingerprint: fingerprintOf(certificate),
      key: keyName(certificate.x509.publicKey),
      revocation: found?.status ?? (isAnchored ? 'anchor' : 'not-known'),
      ...(found?.status === 'revoked' && { revokedAt: day(found.since) }),
    };
  });
}

/** Whether it is known of every certificate below the last that it was not revoked. */
export const isRevocationKnown = (path: readonly ReadCertificate[], evidence: RevocationEvidence): boolean =>
  path.length > 1 &&
  path.slice(0, -1).every((certificate, place) => {
    const issuer = path[place + 1];
    return issuer !== undefined && findRevocation(certificate, issuer, evidence).status !== 'not-known';
  });

/** How long what these certificates vouch for can be relied on. */
export function renewalOf(
  path: readonly ReadCertificate[],
  ends: Extract<Renewal['cause'], 'time-stamp-ends' | 'certificate-ends'>,
): Renewal | undefined {
  return earliest(
    path.flatMap(({ to, x509 }): readonly Renewal[] => {
      const aged = keyEnds(x509.publicKey);
      return [
        { by: day(to), cause: ends },
        ...(aged ? [{ by: day(aged), cause: 'algorithm-ages' as const }] : []),
      ];
    }),
  );
}
