import { sign } from 'node:crypto';
import { PDF, PdfArray, PdfDict, PdfName, PdfNumber, PdfString } from '@libpdf/core';
import { makeTimeStamp } from './cms.ts';
import type { Holder } from './pki.ts';

export type Hole = { readonly start: number; readonly end: number };

/** Puts a place for a seal into a document, and fills it with what is made of the bytes around it. */
export async function sealWith(
  document: Uint8Array,
  make: (signed: Uint8Array) => Buffer,
  holder: Holder,
): Promise<Uint8Array> {
  const pdf = await PDF.load(document);
  const { bytes } = await pdf.sign({
    signer: {
      certificate: new Uint8Array(holder.der),
      certificateChain: [],
      keyType: 'RSA',
      signatureAlgorithm: 'RSASSA-PKCS1-v1_5',
      sign: async (data, algorithm) => new Uint8Array(sign(algorithm.replace('-', ''), data, holder.key)),
    },
    subFilter: 'ETSI.CAdES.detached',
    fieldName: `Forsegling ${document.length}`,
    signingTime: new Date('2026-06-01Z'),
    estimatedSize: 24_000,
  });
  return refill(bytes, make);
}

/** Where the last signature of a file stands, with its angle brackets. */
export function lastHole(bytes: Uint8Array): Hole {
  const found = [
    ...Buffer.from(bytes)
      .toString('latin1')
      .matchAll(/\/Contents\s*(<[0-9A-Fa-f]{1000,}>)/g),
  ].at(-1);
  if (!found?.[1]) throw new Error('no signature');
  const start = found.index + found[0].length - found[1].length;
  return { start, end: start + found[1].length };
}

/** The bytes that a signature is over. */
export const around = (bytes: Uint8Array, { start, end }: Hole): Buffer =>
  Buffer.concat([bytes.subarray(0, start), bytes.subarray(end)]);

/** Replaces what fills the last hole. */
export function refill(bytes: Uint8Array, make: (signed: Uint8Array) => Buffer): Uint8Array {
  const hole = lastHole(bytes);
  const room = hole.end - hole.start - 2;
  const hex = make(around(bytes, hole)).toString('hex');
  if (hex.length > room) throw new Error(`the signature takes ${hex.length}, and has ${room}`);
  const filled = Buffer.from(bytes);
  filled.write(hex.padEnd(room, '0'), hole.start + 1, 'latin1');
  return new Uint8Array(filled);
}

/** Changes a sealed file by an incremental update. */
export async function update(
  sealed: Uint8Array,
  change: (pdf: PDF) => void | Promise<void>,
): Promise<Uint8Array> {
  const pdf = await PDF.load(sealed);
  await change(pdf);
  return pdf.save({ incremental: true });
}

const room = 12_000;
const placeholder = 9_999_999_990;

/** Adds a document time stamp over all there is. */
export async function addDocumentStamp(
  sealed: Uint8Array,
  at: Date,
  stamper: Holder,
  chain: readonly Holder[],
  rect = [0, 0, 0, 0],
): Promise<Uint8Array> {
  const numbers = (values: readonly number[]) => new PdfArray(values.map((value) => PdfNumber.of(value)));
  const updated = await update(sealed, (pdf) => {
    const resolve = pdf.getObject.bind(pdf);
    const page = pdf.getPages()[0];
    if (!page) throw new Error('no page');
    const value = pdf.register(
      PdfDict.of({
        Type: PdfName.of('DocTimeStamp'),
        Filter: PdfName.of('Adobe.PPKLite'),
        SubFilter: PdfName.of('ETSI.RFC3161'),
        ByteRange: numbers([0, placeholder, placeholder, placeholder]),
        Contents: PdfString.fromHex('00'.repeat(room)),
      }),
    );
    const field = pdf.register(
      PdfDict.of({
        Type: PdfName.of('Annot'),
        Subtype: PdfName.of('Widget'),
        FT: PdfName.of('Sig'),
        T: PdfString.fromString(`Tid ${sealed.length}`),
        F: PdfNumber.of(132),
        Rect: numbers(rect),
        P: page.ref,
        V: value,
      }),
    );
    const form = pdf.getCatalog().getDict('AcroForm', resolve);
    const fields = form?.getArray('Fields', resolve);
    if (!form || !fields) throw new Error('no form');
    form.set('Fields', new PdfArray([...fields.toArray(), field]));
    const notes = page.dict.getArray('Annots', resolve);
    page.dict.set('Annots', new PdfArray([...(notes?.toArray() ?? []), field]));
  });
  const hole = lastHole(updated);
  const text = Buffer.from(updated).toString('latin1');
  const range = `[0 ${hole.start} ${hole.end} ${updated.length - hole.end}]`;
  const blank = `[0 ${placeholder} ${placeholder} ${placeholder}]`;
  const ranged = Buffer.from(text.replace(blank, range.padEnd(blank.length)), 'latin1');
  return refill(new Uint8Array(ranged), (over) => makeTimeStamp(over, at, stamper, chain));
}

/** Adds a DSS with this evidence. */
export const addStore = (
  sealed: Uint8Array,
  evidence: {
    readonly certificates?: readonly Uint8Array[];
    readonly crls?: readonly Uint8Array[];
    readonly ocsps?: readonly Uint8Array[];
  },
  more: Readonly<Record<string, string>> = {},
): Promise<Uint8Array> =>
  update(sealed, (pdf) => {
    const list = (items: readonly Uint8Array[] = []) =>
      new PdfArray(items.map((bytes) => pdf.createStream({}, new Uint8Array(bytes))));
    const store = PdfDict.of({
      Type: PdfName.of('DSS'),
      Certs: list(evidence.certificates),
      CRLs: list(evidence.crls),
      OCSPs: list(evidence.ocsps),
    });
    for (const [key, value] of Object.entries(more)) store.set(key, PdfName.of(value));
    pdf.getCatalog().set('DSS', pdf.register(store));
  });
