import {
  type PDF,
  PdfArray,
  PdfDict,
  PdfName,
  PdfNumber,
  type PdfObject,
  PdfRef,
  PdfStream,
  PdfString,
} from '@libpdf/core';
import { escapeXml } from '../xml/write-xml.ts';
import type { SignedDocumentOrder } from './make-signed-document.ts';

type OutputProfile = { readonly bytes: Uint8Array; readonly components: number; readonly condition: string };

/** Does the document call itself PDF/A (any part)? */
export function isPdfA(pdf: PDF): boolean {
  const metadata = pdf.getCatalog().get('Metadata', pdf.getObject.bind(pdf));
  if (!(metadata instanceof PdfStream)) return false;
  return Buffer.from(metadata.getDecodedData()).includes('pdfaid:part');
}

/** The colour profile of the first document that has one; the signed document keeps it. */
export function findOutputProfile(sources: readonly PDF[]): OutputProfile | undefined {
  for (const pdf of sources) {
    const resolve = pdf.getObject.bind(pdf);
    const intent = pdf.getCatalog().getArray('OutputIntents', resolve)?.at(0, resolve);
    if (!(intent instanceof PdfDict)) continue;
    const profile = intent.get('DestOutputProfile', resolve);
    if (!(profile instanceof PdfStream)) continue;
    return {
      bytes: profile.getDecodedData(),
      components: profile.getNumber('N', resolve)?.value ?? 3,
      condition: intent.getString('OutputConditionIdentifier', resolve)?.asString() ?? 'sRGB',
    };
  }
  return undefined;
}

/** Marks the document as PDF/A-3b with the colour profile of its source. */
export function carryPdfA(pdf: PDF, profile: OutputProfile, title: string, at: number): void {
  const stream = pdf.createStream({ N: PdfNumber.of(profile.components) }, profile.bytes);
  const intent = pdf.createDict({
    Type: PdfName.of('OutputIntent'),
    S: PdfName.of('GTS_PDFA1'),
    OutputConditionIdentifier: PdfString.fromString(profile.condition),
    Info: PdfString.fromString(profile.condition),
    DestOutputProfile: stream,
  });
  const catalog = pdf.getCatalog();
  catalog.set('OutputIntents', new PdfArray([intent]));
  const metadata = { Type: PdfName.of('Metadata'), Subtype: PdfName.of('XML') };
  catalog.set('Metadata', pdf.createStream(metadata, Buffer.from(xmp(title, at))));
}

/** Each signer's XML as an attachment that belongs to the document (PDF/A-3: `AFRelationship`, `AF`). */
export function attachSignatures(pdf: PDF, order: Pick<SignedDocumentOrder, 'xades' | 'at'>): void {
  for (const [signerId, xml] of order.xades) {
    pdf.addAttachment(`signatur-${signerId}.xml`, xml, {
      description: 'Signatur (XAdES)',
      createdAt: new Date(order.at),
      modifiedAt: new Date(order.at),
    });
  }
  const resolve = pdf.getObject.bind(pdf);
  const tree = pdf.getCatalog().getDict('Names', resolve)?.getDict('EmbeddedFiles', resolve);
  const names = tree?.getArray('Names', resolve);
  const specs: PdfObject[] = [];
  for (let index = 1; names && index < names.length; index += 2) {
    const found = names.at(index);
    const spec = found instanceof PdfRef ? pdf.getObject(found) : found;
    if (!found || !(spec instanceof PdfDict)) continue;
    spec.set('AFRelationship', PdfName.of('Supplement'));
    const file = spec.getDict('EF', resolve)?.get('F', resolve);
    // The library escapes the media type it is given twice; ISO 19005-3, 6.8 wants it as it is.
    if (file instanceof PdfStream) file.set('Subtype', PdfName.of('application/xml'));
    specs.push(found instanceof PdfRef ? found : pdf.register(spec));
  }
  pdf.getCatalog().set('AF', new PdfArray(specs));
}

function xmp(title: string, at: number): string {
  const time = new Date(at).toISOString().replace(/\.\d+Z$/, 'Z');
  return `<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/">
<pdfaid:part>3</pdfaid:part><pdfaid:conformance>B</pdfaid:conformance>
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">${escapeXml(title)}</rdf:li></rdf:Alt></dc:title>
<xmp:CreateDate>${time}</xmp:CreateDate><xmp:ModifyDate>${time}</xmp:ModifyDate>
<pdf:Producer>Segl signeringsportal (opplæring)</pdf:Producer>
</rdf:Description></rdf:RDF></x:xmpmeta>
<?xpacket end="w"?>`;
}
