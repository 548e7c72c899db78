import { X509Certificate } from 'node:crypto';

const longestChain = 8;

/** Every certificate in the PEM texts. Throws where one cannot be read: anchors are settings, not input. */
export const readAnchors = (pems: readonly string[]): readonly X509Certificate[] =>
  pems
    .flatMap((pem) => pem.match(/-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g) ?? [])
    .map((pem) => new X509Certificate(pem));

/**
 * Whether the certificate was issued, through any of the others, by an anchor, and every certificate on the way was
 * valid at the time. Whether one had been revoked is not asked: that needs the network.
 */
export function chainsToAnchor(
  leaf: X509Certificate,
  others: readonly X509Certificate[],
  anchors: readonly X509Certificate[],
  at: Date,
): boolean {
  const tried = new Set<X509Certificate>();
  const reaches = (certificate: X509Certificate, depth: number): boolean => {
    if (depth > longestChain || tried.has(certificate) || !isValidAt(certificate, at)) return false;
    tried.add(certificate);
    if (anchors.some((anchor) => anchor.fingerprint256 === certificate.fingerprint256)) return true;
    if (anchors.some((anchor) => isValidAt(anchor, at) && issued(anchor, certificate))) return true;
    return others.some((other) => other.ca && issued(other, certificate) && reaches(other, depth + 1));
  };
  return reaches(leaf, 0);
}

function issued(issuer: X509Certificate, certificate: X509Certificate): boolean {
  try {
    return certificate.checkIssued(issuer) && certificate.verify(issuer.publicKey);
  } catch {
    return false;
  }
}

const isValidAt = (certificate: X509Certificate, at: Date): boolean =>
  Date.parse(certificate.validFrom) <= at.getTime() && at.getTime() <= Date.parse(certificate.validTo);
