import { type PDF, type PdfRef, PdfStream } from '@libpdf/core';
import type { PdfaLevel } from '../../../domain/files.ts';

const levels: readonly PdfaLevel[] = ['1a', '1b', '2a', '2b', '2u', '3a', '3b', '3u'];

/** Level of PDF/A the file's own metadata declares; it is not checked against the content. */
export function readPdfaLevel(pdf: PDF): PdfaLevel | undefined {
  const metadata = pdf.getCatalog().get('Metadata', (ref: PdfRef) => pdf.getObject(ref));
  if (!(metadata instanceof PdfStream)) return undefined;
  const xmp = decodeXmp(metadata.getDecodedData());
  const declared = `${readValue(xmp, 'part')}${readValue(xmp, 'conformance').toLowerCase()}`;
  return levels.find((level) => level === declared);
}

function decodeXmp(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  return new TextDecoder().decode(bytes);
}

/** XMP allows a simple value both as an attribute and as an element. */
const readValue = (xmp: string, name: string): string =>
  new RegExp(`pdfaid:${name}(?:\\s*=\\s*["']|\\s*>)\\s*(\\w+)`).exec(xmp)?.[1] ?? '';
