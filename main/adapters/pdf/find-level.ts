import { PDF } from '@libpdf/core';
import type { SignatureLevel } from '../../../domain/signature-report.ts';
import { isRevocationKnown } from '../signatures/judge-signature.ts';
import type { ReadCertificate } from '../signatures/read-certificate.ts';
import { storedEvidence } from './list-seals.ts';
import type { ReadSeal } from './read-seals.ts';
import type { WeighedStamp } from './weigh-stamps.ts';

type File = {
  readonly bytes: Uint8Array;
  readonly pdf: PDF;
  readonly stamps: readonly (WeighedStamp & { readonly end: number })[];
};

/**
 * The level of one signature by what is there (ETSI EN 319 142-1, 6): the form of PAdES, a time stamp, evidence that its
 * certificates were not revoked, and a document time stamp around that evidence. Who is trusted is another question.
 */
export async function findLevel(
  { seal, cms }: ReadSeal,
  { bytes, pdf, stamps }: File,
  path: readonly ReadCertificate[],
  own: readonly WeighedStamp[],
): Promise<SignatureLevel> {
  if (!cms || seal.subFilter !== 'ETSI.CAdES.detached' || cms.namesCertificate !== 'yes') return 'plain';
  const end = seal.reach?.end ?? Number.POSITIVE_INFINITY;
  const around = stamps.filter((stamp) => stamp.end >= end && stamp.stamp.isIntact);
  if (around.length === 0 && !own.some(({ stamp }) => stamp.isIntact)) return 'B-B';
  const isKnownIn = (file: PDF): boolean => {
    const { crls, ocsps } = storedEvidence(file);
    return isRevocationKnown(path, {
      crls: [...cms.revocation.crls, ...crls],
      ocsps: [...cms.revocation.ocsps, ...ocsps],
    });
  };
  if (!isKnownIn(pdf)) return 'B-T';
  for (const stamp of around)
    if (isKnownIn(await PDF.load(new Uint8Array(bytes.subarray(0, stamp.end))))) return 'B-LTA';
  return 'B-LT';
}
