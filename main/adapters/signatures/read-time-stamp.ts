import { createHash } from 'node:crypto';
import { fromBER } from 'asn1js';
import { TSTInfo } from 'pkijs';
import { strongHash } from './algorithms.ts';
import type { ReadCertificate } from './read-certificate.ts';
import { type Cms, readCms } from './read-cms.ts';
import { findTrustPath } from './trust-path.ts';

const tstInfo = '1.2.840.113549.1.9.16.1.4';
const timeStamping = '1.3.6.1.5.5.7.3.8';

export type TimeStamp = {
  readonly at: Date;
  /** It is over the bytes, and its own signature holds. */
  readonly isIntact: boolean;
  /** Its authority chains to an anchor and is one for time stamps. */
  readonly isTrusted: boolean;
  /** It is over the digest of just these bytes, whatever its signature is worth. */
  readonly isOver: boolean;
  /** What was sent with the request, in hexadecimal without leading zeros. */
  readonly nonce?: string;
  readonly cms: Cms;
};

/** Reads a time-stamp token, RFC 3161, over these bytes. Throws on anything else. */
export function readTimeStamp(
  der: Uint8Array,
  over: Uint8Array,
  anchors: readonly ReadCertificate[],
): TimeStamp {
  const cms = readCms(der);
  if (cms.contentType !== tstInfo || !cms.content) throw new Error('not a time stamp');
  const info = new TSTInfo({ schema: fromBER(new Uint8Array(cms.content)).result });
  const { hashAlgorithm, hashedMessage } = info.messageImprint;
  const hash = strongHash(hashAlgorithm.algorithmId);
  const isOver =
    hash !== undefined &&
    createHash(hash).update(over).digest().equals(Buffer.from(hashedMessage.valueBlock.valueHexView));
  return {
    at: info.genTime,
    isIntact: isOver && cms.isOver(cms.content) && cms.holds() && cms.namesCertificate !== 'no',
    isTrusted:
      isForTimeStamps(cms.signer) && 'path' in findTrustPath(cms.signer, cms.others, anchors, info.genTime),
    isOver,
    ...(info.nonce && { nonce: plainHex(info.nonce.valueBlock.valueHexView) }),
    cms,
  };
}

/** Without the zeros that DER, or whoever counts, may put before it. */
export const plainHex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex').replace(/^0+/, '');

/** Its certificate is for time stamps and nothing else (RFC 3161, 2.3). */
export const isForTimeStamps = ({ extendedUsages = [] }: ReadCertificate): boolean =>
  extendedUsages.length === 1 && extendedUsages[0] === timeStamping;
