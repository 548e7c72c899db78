import { toInstant } from '../../../domain/calendar.ts';
import type { StampFinding } from '../../../domain/signature-report.ts';
import { findRevocation, type RevocationEvidence } from '../signatures/find-revocation.ts';
import type { ReadCertificate } from '../signatures/read-certificate.ts';
import { isForTimeStamps, type TimeStamp } from '../signatures/read-time-stamp.ts';
import { findTrustPath } from '../signatures/trust-path.ts';

/** What time stamps are weighed by. */
export type StampGround = {
  readonly anchors: readonly ReadCertificate[];
  readonly spares: readonly ReadCertificate[];
  readonly evidence: RevocationEvidence;
};
/** `path`: of a stamp that can be relied on, from its authority to an anchor. */
export type WeighedStamp = { readonly stamp: TimeStamp; readonly path?: readonly ReadCertificate[] };

/** The clocks of two machines differ. */
const clockSkewMs = 10 * 60_000;

/**
 * A time stamp counts as long as its authority's certificates do: at the time it gives, and still at `until`, the time
 * of the next stamp around it, or now.
 */
export function weighStamp(stamp: TimeStamp, until: Date, ground: StampGround): WeighedStamp {
  if (!stamp.isIntact || !isForTimeStamps(stamp.cms.signer)) return { stamp };
  const others = [...stamp.cms.others, ...ground.spares];
  const evidence = {
    crls: [...stamp.cms.revocation.crls, ...ground.evidence.crls],
    ocsps: [...stamp.cms.revocation.ocsps, ...ground.evidence.ocsps],
  };
  const ways = [stamp.at, until].map((at) => findTrustPath(stamp.cms.signer, others, ground.anchors, at));
  const [way] = ways.slice(-1);
  if (!way || ways.some((one) => 'fault' in one) || 'fault' in way) return { stamp };
  const isRevoked = way.path.some((certificate, place) => {
    const issuer = way.path[place + 1];
    return issuer !== undefined && findRevocation(certificate, issuer, evidence).status === 'revoked';
  });
  const isPossible = stamp.at.getTime() <= until.getTime() + clockSkewMs;
  return isPossible && !isRevoked ? { stamp, path: way.path } : { stamp };
}

export const stampFinding = ({ stamp, path }: WeighedStamp): StampFinding => ({
  at: toInstant(stamp.at),
  by: stamp.cms.signer.name,
  isIntact: stamp.isIntact,
  isTrusted: path !== undefined,
});
