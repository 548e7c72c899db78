import { type SealCode, type VerdictFacts, type VerdictPart, verdictPart } from '../../../domain/verdict.ts';
import type { SealPolicy } from '../../ports/signing-service.ts';
import { findRevocation, type RevocationEvidence } from './find-revocation.ts';
import { isSame, type ReadCertificate } from './read-certificate.ts';
import type { Cms } from './read-cms.ts';
import { findTrustPath, hasIssued } from './trust-path.ts';

/** The time that certificates are judged at. A time stamp is worth more than our own word for when it came. */
export type TrustedTime = { readonly at: Date; readonly source: 'time-stamp' | 'receipt' };

/** What certificates for the signing of documents may name; any other use makes them certificates for something else. */
const documentUsages = new Set([
  '1.3.6.1.5.5.7.3.36',
  '1.3.6.1.5.5.7.3.4',
  '1.2.840.113583.1.1.5',
  '1.3.6.1.4.1.311.10.3.12',
]);
/** The clocks of two machines differ. */
const clockSkewMs = 5 * 60_000;

export type SealCase = {
  readonly cms: Cms;
  readonly anchors: readonly ReadCertificate[];
  readonly policy: SealPolicy;
  readonly time: TrustedTime;
  readonly receivedAt: Date;
  /** Certificates that came with the file besides those of the CMS: a way may lead through them, and never ends there. */
  readonly spares: readonly ReadCertificate[];
  /** What came with the file besides what the CMS itself holds. */
  readonly evidence: RevocationEvidence;
};

/** Whether the one who sealed it was the one entitled to, with a certificate for that, at a time that can be trusted. */
export function judgeSeal(seal: SealCase): VerdictPart<SealCode> {
  const { cms, time } = seal;
  const known: VerdictFacts = {
    by: cms.signer.name,
    ...(cms.signer.organisation && { organisation: cms.signer.organisation }),
    ...(cms.signedAt && { signedAt: cms.signedAt.toISOString() }),
    time: time.at.toISOString(),
    timeSource: time.source,
    certificateEnds: cms.signer.to.toISOString(),
  };
  if (!cms.algorithm) return verdictPart('weak-algorithm', known);
  if (!cms.holds() || cms.namesCertificate === 'no') return verdictPart('seal-unreadable', known);
  const way = findTrustPath(cms.signer, [...cms.others, ...seal.spares], seal.anchors, time.at);
  if ('fault' in way) return verdictPart(way.fault, known);
  const fault = faultOfSealer(seal) ?? faultOfTime(seal);
  if (fault) return verdictPart(fault, known);
  if (hasAltered(cms, way.path, seal.anchors)) return verdictPart('seal-altered', known);
  const revocation = revocationOf(seal, way.path);
  if (revocation === 'revoked') return verdictPart('certificate-revoked', known);
  return verdictPart('sealed', { ...known, revocation });
}

function faultOfSealer({ cms: { signer }, policy }: SealCase): SealCode | undefined {
  if (signer.isPersonal) return 'personal-certificate';
  if (!policy.organisation || signer.organisation !== policy.organisation) return 'other-organisation';
  const { extendedUsages: wanted } = policy;
  const isKind =
    wanted.length === 0 || wanted.some((usage) => signer.extendedUsages?.includes(usage) ?? false);
  return isForDocuments(signer) && isKind ? undefined : 'not-for-sealing';
}

/** A certificate to commit oneself by, ETSI EN 319 412-2, 4.3.2: never one for clients, servers, code or authorities. */
export const isForDocuments = ({ isAuthority, keyUsage, extendedUsages = [] }: ReadCertificate): boolean =>
  !isAuthority &&
  keyUsage !== undefined &&
  keyUsage.includes('nonRepudiation') &&
  !keyUsage.includes('keyCertSign') &&
  extendedUsages.every((usage) => documentUsages.has(usage));

/** The claimed time must be possible: not after the time that is known, nor outside the certificate's own. */
export function faultOfTime({
  cms: { signedAt, signer },
  time,
  receivedAt,
}: Pick<SealCase, 'cms' | 'time' | 'receivedAt'>):
  | 'signing-time-in-future'
  | 'certificate-not-valid'
  | undefined {
  if (!signedAt) return undefined;
  const latest = Math.min(time.at.getTime(), receivedAt.getTime()) + clockSkewMs;
  if (signedAt.getTime() > latest) return 'signing-time-in-future';
  return signedAt < signer.from || signedAt > signer.to ? 'certificate-not-valid' : undefined;
}

/**
 * Certificates that lie in the CMS and are not needed: each must be readable and hold by one that issued it. Nobody
 * relies on them, but what has been altered anywhere in a seal is not as it was made.
 */
export function hasAltered(
  { others, unreadable }: Cms,
  path: readonly ReadCertificate[],
  anchors: readonly ReadCertificate[],
): boolean {
  const issuers = [...anchors, ...path, ...others];
  const isWhole = (one: ReadCertificate) =>
    [...anchors, ...path].some((known) => isSame(known, one)) ||
    issuers.some((issuer) => hasIssued(issuer, one));
  return unreadable > 0 || !others.every(isWhole);
}

export function revocationOf(
  { cms, evidence, time }: Pick<SealCase, 'cms' | 'evidence' | 'time'>,
  path: readonly ReadCertificate[],
): 'revoked' | 'not-revoked' | 'not-known' {
  const all = {
    crls: [...cms.revocation.crls, ...evidence.crls],
    ocsps: [...cms.revocation.ocsps, ...evidence.ocsps],
  };
  let known = true;
  for (const [place, certificate] of path.slice(0, -1).entries()) {
    const issuer = path[place + 1];
    const found = issuer && findRevocation(certificate, issuer, all);
    // Without a time stamp nobody knows that it was sealed before.
    if (found?.status === 'revoked' && (time.source === 'receipt' || found.since <= time.at))
      return 'revoked';
    if (found?.status === 'not-known') known = false;
  }
  return known ? 'not-revoked' : 'not-known';
}
