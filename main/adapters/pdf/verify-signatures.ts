import { createHash, type X509Certificate } from 'node:crypto';
import { PdfArray, type PdfDict, PdfNumber, type PdfString } from '@libpdf/core';
import { CryptoEngine } from 'pkijs';
import type { FoundSignature, SignatureReport } from '../../ports/pdf-workshop.ts';
import { chainsToAnchor, readAnchors } from './chains-to-anchor.ts';
import { listSignatures } from './list-warnings.ts';
import { type Resolve, resolveIn } from './pdf-objects.ts';
import { type Cms, readCms } from './read-cms.ts';
import { readPdf } from './read-pdf.ts';

/** Named in each call: the library's default is shared with other versions of it in the same program. */
const engine = new CryptoEngine({ name: 'node', crypto: globalThis.crypto });
/** Content type of a time stamp, RFC 3161, 2.4.2; its digest of the file is checked by the library. */
const timeStampOid = '1.2.840.113549.1.9.16.1.4';
const mostSignatures = 100;
const largestCms = 8 * 1024 * 1024;

/** In the order the file lists them. Throws where the file cannot be read as a PDF. */
export async function verifySignatures(
  bytes: Uint8Array,
  anchorPems: readonly string[],
): Promise<SignatureReport> {
  const anchors = readAnchors(anchorPems);
  const read = await readPdf(bytes);
  if ('fault' in read) throw new Error(`cannot verify signatures of a file that is ${read.fault}`);
  const signatures: FoundSignature[] = [];
  for (const dict of listSignatures(read.pdf).slice(0, mostSignatures)) {
    signatures.push(await verifyOne(bytes, dict, resolveIn(read.pdf), anchors));
  }
  return { signatures, pages: read.pdf.getPageCount() };
}

async function verifyOne(
  bytes: Uint8Array,
  dict: PdfDict,
  resolve: Resolve,
  anchors: readonly X509Certificate[],
): Promise<FoundSignature> {
  const subFilter = dict.getName('SubFilter', resolve)?.value ?? '';
  const claimedAt = parsePdfDate(dict.getString('M', resolve));
  const broken = { signedBy: '', subFilter, intact: false, coversWholeFile: false, trusted: false };
  const ranges = readRanges(bytes, dict, resolve);
  if (!ranges) return broken;
  let cms: Cms;
  try {
    cms = readCms(ranges.cms);
  } catch {
    return { ...broken, coversWholeFile: ranges.coversWholeFile };
  }
  const signedAt = cms.signedAt ?? claimedAt;
  return {
    signedBy: cms.signedBy,
    ...(signedAt && { signedAt: signedAt.toISOString() }),
    subFilter,
    intact: await isIntact(cms, ranges.signed, subFilter),
    coversWholeFile: ranges.coversWholeFile,
    trusted: chainsToAnchor(cms.signer, cms.others, anchors, signedAt ?? new Date()),
  };
}

type Ranges = {
  readonly signed: Uint8Array<ArrayBuffer>;
  readonly cms: Uint8Array<ArrayBuffer>;
  readonly coversWholeFile: boolean;
};

/**
 * The signed bytes and the CMS in the hole between them. The CMS is taken from the hole itself, not from where the
 * dictionary says it is: a signature that covers something else is none.
 */
function readRanges(bytes: Uint8Array, dict: PdfDict, resolve: Resolve): Ranges | undefined {
  const list = dict.get('ByteRange', resolve);
  const values = list instanceof PdfArray ? [...list] : [];
  const [start, length, next, rest] = values.map((item) =>
    item instanceof PdfNumber && item.isInteger() && item.value >= 0 ? item.value : Number.NaN,
  );
  if (values.length !== 4 || start === undefined || length === undefined) return undefined;
  if (next === undefined || rest === undefined || ![start, length, next, rest].every(Number.isInteger)) {
    return undefined;
  }
  const holeStart = start + length;
  if (holeStart > next || next + rest > bytes.length || next - holeStart > largestCms * 2) return undefined;
  const hole = Buffer.from(bytes.subarray(holeStart, next)).toString('latin1');
  const hex = /^<([0-9A-Fa-f\s]*)>$/.exec(hole)?.[1]?.replace(/\s/g, '');
  const contents = dict.getString('Contents', resolve);
  if (!hex || hex.length % 2 === 1 || !contents) return undefined;
  const cms = Uint8Array.from(Buffer.from(hex, 'hex'));
  if (!Buffer.from(contents.bytes).equals(cms)) return undefined;
  const signed = new Uint8Array(length + rest);
  signed.set(bytes.subarray(start, holeStart));
  signed.set(bytes.subarray(next, next + rest), length);
  return { signed, cms, coversWholeFile: start === 0 && next + rest === bytes.length };
}

async function isIntact(
  { signedData }: Cms,
  signed: Uint8Array<ArrayBuffer>,
  subFilter: string,
): Promise<boolean> {
  try {
    const content = signedData.encapContentInfo.eContent;
    if (subFilter === 'adbe.pkcs7.sha1') {
      const digest = createHash('sha1').update(signed).digest();
      if (!content || !Buffer.from(content.getValue()).equals(digest)) return false;
      return await signedData.verify({ signer: 0 }, engine);
    }
    // Content of its own would be what is signed, instead of the file. A time stamp has some, which names the file.
    const stamp = subFilter === 'ETSI.RFC3161' && signedData.encapContentInfo.eContentType === timeStampOid;
    if (content ? !stamp : subFilter === 'ETSI.RFC3161') return false;
    return await signedData.verify({ signer: 0, data: signed.buffer }, engine);
  } catch {
    return false;
  }
}

/** `D:YYYYMMDDHHmmSS` with a zone; what is left out counts from the start, as ISO 32000-1, 7.9.4 has it. */
function parsePdfDate(text: PdfString | undefined): Date | undefined {
  const found = /^D:(\d{4})(\d\d)?(\d\d)?(\d\d)?(\d\d)?(\d\d)?(?:(Z)|([+-])(\d\d)'?(\d\d)?)?/.exec(
    text?.asString() ?? '',
  );
  if (!found) return undefined;
  const [, year, month = '01', day = '01', hour = '00', minute = '00', second = '00'] = found;
  const [zoneHour = '00', zoneMinute = '00'] = [found[9], found[10]];
  const zone = found[8] ? `${found[8]}${zoneHour}:${zoneMinute}` : 'Z';
  const date = new Date(`${year}-${month}-${day}T${hour}:${minute}:${second}${zone}`);
  return Number.isNaN(date.getTime()) ? undefined : date;
}
