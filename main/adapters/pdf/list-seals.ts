import { type PDF, PdfArray, type PdfDict, PdfNumber, PdfStream } from '@libpdf/core';
import { listSignatures } from './list-warnings.ts';
import { type Resolve, resolveIn } from './pdf-objects.ts';

/** One signature in the file, as far as PDF says: what it covers, and the CMS over that. */
export type PdfSeal = {
  readonly kind: 'seal' | 'time-stamp' | 'other';
  /** How it is made, as the file says: `ETSI.CAdES.detached`. */
  readonly subFilter: string;
  /** Absent where the byte range or the place of the signature in it is not valid. */
  readonly reach?: {
    readonly signed: Uint8Array;
    readonly cms: Uint8Array;
    /** The signature covers everything from the first byte to this offset, except the signature itself. */
    readonly end: number;
    /** Where the hole is, with its angle brackets. */
    readonly hole: { readonly start: number; readonly end: number };
  };
};

const kinds: Readonly<Record<string, PdfSeal['kind']>> = {
  'ETSI.CAdES.detached': 'seal',
  'adbe.pkcs7.detached': 'seal',
  'ETSI.RFC3161': 'time-stamp',
};
const mostSignatures = 100;
const largestCms = 8 * 1024 * 1024;

/** Every signature that has been given in the file, in the order of the form. */
export function listSeals(bytes: Uint8Array, pdf: PDF): readonly PdfSeal[] {
  const resolve = resolveIn(pdf);
  return listSignatures(pdf)
    .slice(0, mostSignatures)
    .map((dict) => {
      const subFilter = dict.getName('SubFilter', resolve)?.value ?? '';
      const kind = kinds[subFilter] ?? 'other';
      const reach = readReach(bytes, dict, resolve);
      return { kind, subFilter, reach };
    });
}

/**
 * The signed bytes and the CMS in the hole between them. The CMS is taken from the hole itself, not from where the
 * dictionary says it is: a signature that covers something else is none.
 */
function readReach(bytes: Uint8Array, dict: PdfDict, resolve: Resolve): PdfSeal['reach'] {
  const list = dict.get('ByteRange', resolve);
  const values = list instanceof PdfArray ? [...list] : [];
  const [start, length, next, rest] = values.map((item) =>
    item instanceof PdfNumber && item.isInteger() && item.value >= 0 ? item.value : Number.NaN,
  );
  if (values.length !== 4 || start !== 0 || !length || !next || !rest) return undefined;
  const end = next + rest;
  if (length > next || end > bytes.length || next - length > largestCms * 2) return undefined;
  const hole = Buffer.from(bytes.subarray(length, next)).toString('latin1');
  const hex = /^<([0-9A-Fa-f]*)>$/.exec(hole)?.[1];
  const contents = dict.getString('Contents', resolve);
  if (!hex || hex.length % 2 === 1 || !contents) return undefined;
  const cms = Uint8Array.from(Buffer.from(hex, 'hex'));
  if (!Buffer.from(contents.bytes).equals(cms)) return undefined;
  const signed = new Uint8Array(length + rest);
  signed.set(bytes.subarray(0, length));
  signed.set(bytes.subarray(next, end), length);
  return { signed, cms, end, hole: { start: length, end: next } };
}

/** DER of what the file keeps for its signatures, in its DSS (ETSI EN 319 142-1, 5.4.2). */
export type StoredEvidence = {
  readonly certificates: readonly Uint8Array[];
  readonly crls: readonly Uint8Array[];
  readonly ocsps: readonly Uint8Array[];
};

export function storedEvidence(pdf: PDF): StoredEvidence {
  const resolve = resolveIn(pdf);
  const store = pdf.getCatalog().getDict('DSS', resolve);
  const streams = (key: string): readonly Uint8Array[] => {
    const list = store?.getArray(key, resolve);
    const items = list?.toArray().map((_, place) => list.at(place, resolve)) ?? [];
    return items
      .slice(0, mostSignatures)
      .flatMap((item) => (item instanceof PdfStream ? [item.getDecodedData()] : []));
  };
  return { certificates: streams('Certs'), crls: streams('CRLs'), ocsps: streams('OCSPs') };
}
