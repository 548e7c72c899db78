import { PDF, type PDFPage, PdfArray, PdfStream } from '@libpdf/core';
import { mergeParts } from '../../../main/adapters/pdf/merge-parts.ts';
import type { VerifyOrder } from '../../../main/ports/pdf-workshop.ts';
import type { SealPolicy } from '../../../main/ports/signing-service.ts';
import { frameDocument } from '../../../portal/document/frame-document.ts';
import type { SignedDocumentOrder } from '../../../portal/document/make-signed-document.ts';
import { makePng } from '../../adapters/pdf/make-image.ts';
import { makePdf } from '../../adapters/pdf/make-pdf.ts';
import { type CmsWish, makeCms } from './cms.ts';
import { type CertificateWish, type Holder, issue, pem, usages } from './pki.ts';
import { sealWith } from './seal.ts';

export const posten = '984661185';
export const receivedAt = '2026-11-20T12:00:00.000Z';
export const signedAt = new Date('2026-11-20T11:00:00Z');

export type Forge = {
  readonly root: Holder;
  /** The one who is entitled to seal. */
  readonly sealer: Holder;
  readonly stamper: Holder;
  readonly sent: Uint8Array;
  /** The signed document before its seal. */
  readonly framed: Uint8Array;
  readonly sealed: Uint8Array;
  readonly policy: SealPolicy;
  readonly order: VerifyOrder;
  readonly certificate: (wish: Partial<CertificateWish>, issuer?: Holder) => Holder;
  readonly seal: (document: Uint8Array, wish?: Partial<CmsWish>) => Promise<Uint8Array>;
  /** Changes the document before it is sealed by the one who is entitled to. */
  readonly sealChanged: (change: (pdf: PDF) => void | Promise<void>) => Promise<Uint8Array>;
  readonly frame: (sent: Uint8Array) => Promise<Uint8Array>;
};

/** Everything a signing service has: authority, seal, time stamps and a document that three pages were sent for. */
export async function openForge(): Promise<Forge> {
  const root = issue({ name: 'Prøverot', authority: {} });
  const certificate = (wish: Partial<CertificateWish>, issuer: Holder = root) =>
    issue(
      { name: 'Posten forsegling', organisation: posten, extendedUsages: [usages.documentSigning], ...wish },
      issuer,
    );
  const sealer = certificate({});
  const stamper = certificate({
    name: 'Prøvetid',
    keyUsage: ['digitalSignature'],
    extendedUsages: [usages.timeStamping],
  });
  const sent = await drawSent();
  const framed = await frame(sent);
  const seal = (document: Uint8Array, wish: Partial<CmsWish> = {}) => {
    const { signer = sealer, chain = [root], ...rest } = wish;
    return sealWith(document, (bytes) => makeCms(bytes, { signer, chain, signedAt, ...rest }), signer);
  };
  const policy: SealPolicy = {
    anchors: [pem(root)],
    timeStampAnchors: [pem(root)],
    organisation: posten,
    extendedUsages: [usages.documentSigning],
    addedPages: 'front-page',
  };
  return {
    root,
    sealer,
    stamper,
    sent,
    framed,
    sealed: await seal(framed),
    policy,
    order: { sent, title: 'Avtale', signers: [], policy, receivedAt },
    certificate,
    seal,
    sealChanged: async (change) => {
      const pdf = await PDF.load(framed);
      await change(pdf);
      return seal(await pdf.save());
    },
    frame,
  };
}

async function drawSent(): Promise<Uint8Array> {
  const letter = await makePdf(['Avtale om lån', 'Betingelser', 'Underskrifter'], async (document) => {
    const image = await document.embedPng(makePng(8, 8));
    document.getPages()[1]?.drawImage(image, { x: 100, y: 300, width: 120, height: 120, opacity: 0.9 });
  });
  return (await mergeParts([{ title: 'Avtale', bytes: letter }], { title: 'Avtale', language: 'nb' })).bytes;
}

/** As the service makes it. */
async function frame(sent: Uint8Array): Promise<Uint8Array> {
  const at = Date.parse('2026-11-20T10:00:00Z');
  const signer = {
    id: 1,
    name: 'Ingrid Prøve',
    status: 'SIGNED',
    since: at,
    signatureType: 'ADVANCED_ELECTRONIC_SIGNATURE',
  };
  // Only what the document shows of a job.
  const job = {
    title: 'Avtale',
    identifier: 'NAME',
    signers: [signer],
  } as unknown as SignedDocumentOrder['job'];
  const documents = [{ title: 'Avtale', bytes: sent }] as unknown as SignedDocumentOrder['documents'];
  return frameDocument({ job, documents, xades: new Map([[1, Buffer.from('<signatur/>')]]), at });
}

/** Rewrites the content of a page, which is shown above the footer as the form `/Original`. */
export function editContent(pdf: PDF, page: PDFPage, edit: (content: string) => string): void {
  const resolve = pdf.getObject.bind(pdf);
  const contents = page.dict.get('Contents', resolve);
  const streams =
    contents instanceof PdfArray ? contents.toArray().map((_, at) => contents.at(at, resolve)) : [contents];
  const content = streams
    .map((stream) =>
      stream instanceof PdfStream ? Buffer.from(stream.getDecodedData()).toString('latin1') : '',
    )
    .join('\n');
  page.dict.set('Contents', pdf.createStream({}, Buffer.from(edit(content), 'latin1')));
}

export function pageAt(pdf: PDF, place: number): PDFPage {
  const page = pdf.getPages()[place];
  if (!page) throw new Error(`no page ${place}`);
  return page;
}

/** The form that holds an original page. */
export function originalOf(pdf: PDF, page: PDFPage): PdfStream {
  const resolve = pdf.getObject.bind(pdf);
  const form = page.dict.getDict('Resources', resolve)?.getDict('XObject', resolve)?.get('Original', resolve);
  if (!(form instanceof PdfStream)) throw new Error('no original');
  return form;
}
