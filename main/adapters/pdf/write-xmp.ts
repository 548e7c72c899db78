import type { PdfaLevel } from '../../../domain/files.ts';

export const producer = 'Segl';

export type XmpFacts = {
  readonly title: string;
  readonly language: string;
  readonly pdfa?: PdfaLevel;
  /** ISO 8601. Left out, the file carries no time at all. */
  readonly createdAt?: string;
};

/** The metadata packet of a file, saying the same as its information dictionary, as PDF/A demands. */
export function writeXmp({ title, language, pdfa, createdAt }: XmpFacts): Uint8Array {
  const level = pdfa
    ? `<pdfaid:part>${pdfa[0]}</pdfaid:part><pdfaid:conformance>${pdfa[1]?.toUpperCase()}</pdfaid:conformance>`
    : '';
  const times = createdAt
    ? `<xmp:CreateDate>${createdAt}</xmp:CreateDate><xmp:ModifyDate>${createdAt}</xmp:ModifyDate>`
    : '';
  return new TextEncoder().encode(
    `<?xpacket begin="\uFEFF" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/">
<dc:format>application/pdf</dc:format>
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">${escapeXml(title)}</rdf:li></rdf:Alt></dc:title>
<dc:language><rdf:Bag><rdf:li>${escapeXml(language)}</rdf:li></rdf:Bag></dc:language>
<pdf:Producer>${producer}</pdf:Producer>${times}${level}
</rdf:Description></rdf:RDF></x:xmpmeta>
<?xpacket end="r"?>`,
  );
}

const escapeXml = (text: string): string =>
  clean(text).replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** Without what XML 1.0 cannot carry: control characters, halves of surrogate pairs and non-characters. */
export const clean = (text: string): string =>
  text.normalize('NFC').replace(/[\p{Cc}\p{Cs}\uFFFE\uFFFF]/gu, ' ');
