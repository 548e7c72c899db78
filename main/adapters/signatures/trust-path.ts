import { isStrongKey } from './algorithms.ts';
import { isSame, type ReadCertificate } from './read-certificate.ts';

/** Why no way from a certificate to an anchor can be relied on. */
export type PathFault = 'unknown-authority' | 'weak-algorithm' | 'certificate-not-valid';
export type TrustPath =
  /** From the certificate itself to the anchor. */
  { readonly path: readonly ReadCertificate[] } | { readonly fault: PathFault };

const longestPath = 8;
const mostTried = 200;

/**
 * The way from a certificate through any of the others to an anchor, by RFC 5280, 6.1, as it stood at the time. Names
 * are not limited (a critical name constraint stops the way), and revocation is asked elsewhere.
 */
export function findTrustPath(
  leaf: ReadCertificate,
  others: readonly ReadCertificate[],
  anchors: readonly ReadCertificate[],
  at: Date,
): TrustPath {
  let tried = 0;
  let firstFault: PathFault | undefined;
  const walk = (path: readonly ReadCertificate[]): readonly ReadCertificate[] | undefined => {
    const [last] = path.slice(-1);
    tried += 1;
    if (!last || path.length > longestPath || tried > mostTried) return undefined;
    if (anchors.some((anchor) => isSame(anchor, last))) {
      const fault = faultOf(path, at);
      if (!fault) return path;
      firstFault ??= fault;
      return undefined;
    }
    for (const issuer of [...anchors, ...others]) {
      if (path.some((one) => isSame(one, issuer)) || !hasIssued(issuer, last)) continue;
      const found = walk([...path, issuer]);
      if (found) return found;
    }
    return undefined;
  };
  const path = walk([leaf]);
  return path ? { path } : { fault: firstFault ?? 'unknown-authority' };
}

/** By name and by signature, however weak. */
export function hasIssued(issuer: ReadCertificate, { x509 }: ReadCertificate): boolean {
  try {
    return x509.checkIssued(issuer.x509) && x509.verify(issuer.x509.publicKey);
  } catch {
    return false;
  }
}

function faultOf(path: readonly ReadCertificate[], at: Date): PathFault | undefined {
  for (const [place, one] of path.entries()) {
    const isAnchor = place === path.length - 1;
    if (one.hasUnknownCritical) return 'unknown-authority';
    if (place > 0 && !mayIssue(one, place - 1)) return 'unknown-authority';
    if (!isStrongKey(one.x509.publicKey, at) || (!one.algorithm && !isAnchor)) return 'weak-algorithm';
  }
  return path.every(({ from, to }) => from <= at && at <= to) ? undefined : 'certificate-not-valid';
}

/** `below`: how many authorities stand between it and the end. */
const mayIssue = ({ isAuthority, keyUsage, pathLength }: ReadCertificate, below: number): boolean =>
  isAuthority &&
  (keyUsage === undefined || keyUsage.includes('keyCertSign')) &&
  (pathLength === undefined || below <= pathLength);
