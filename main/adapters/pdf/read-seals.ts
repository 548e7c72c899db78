import { PDF } from '@libpdf/core';
import { type ReadCertificate, readCertificate } from '../signatures/read-certificate.ts';
import { type Cms, readCms } from '../signatures/read-cms.ts';
import { readTimeStamp, type TimeStamp } from '../signatures/read-time-stamp.ts';
import type { PdfSeal } from './list-seals.ts';

/** A file that needs a password, or that no reader makes anything of, is not one to judge further. */
export async function openSignedPdf(bytes: Uint8Array): Promise<PDF | undefined> {
  try {
    const pdf = await PDF.load(bytes);
    return pdf.isEncrypted || pdf.getPageCount() === 0 ? undefined : pdf;
  } catch {
    return undefined;
  }
}

export type ReadSeal = {
  readonly seal: PdfSeal;
  readonly cms?: Cms;
  readonly stamp?: TimeStamp;
  /** It is over just what it covers, and its own signature holds. */
  readonly isIntact: boolean;
};

export function readSeal(seal: PdfSeal, stampAnchors: readonly ReadCertificate[]): ReadSeal {
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

/** Certificates that are kept beside a seal are no part of it: one that cannot be read is passed over. */
export function tryCertificate(der: Uint8Array): readonly ReadCertificate[] {
  try {
    return [readCertificate(der)];
  } catch {
    return [];
  }
}

/** Time stamps over the signature itself; nothing in place of one that cannot be read. */
export const readOwnStamps = (
  cms: Cms,
  anchors: readonly ReadCertificate[],
): readonly (TimeStamp | undefined)[] =>
  cms.timeStamps.map((der) => {
    try {
      return readTimeStamp(der, cms.signature, anchors);
    } catch {
      return undefined;
    }
  });
