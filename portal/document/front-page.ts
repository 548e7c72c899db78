import { grayscale, type PDF, type PDFPage } from '@libpdf/core';
import type { StoredDocument } from '../store/job-store.ts';
import { nameAndIdentifier, type SignedLine } from './signed-line.ts';
import { type Typefaces, wrap, writable } from './typefaces.ts';

/** A4 portrait, in points. */
export const paper = { width: 595.28, height: 841.89 };
const margin = 62;
const panelHeight = 150;

export type FrontPage = {
  readonly title: string;
  readonly lines: readonly SignedLine[];
  readonly documents: readonly StoredDocument[];
};

const panelTexts = [
  'Om dette dokumentet',
  'Dokumentet består av denne forsiden, originaldokumentene med signaturene i bunnteksten, og hver signatur som vedlagt XML.',
  'Det er forseglet av en opplæringstjeneste. Forseglingen viser om noe er endret etter signering, og kontrolleres i en PDF-leser. Den er utstedt for opplæring og er ikke gyldig utenfor den.',
];

/** Title, who has signed, and a panel that explains contents and seal. */
export function addFrontPage(pdf: PDF, typefaces: Typefaces, front: FrontPage): void {
  const page = pdf.addPage({ width: paper.width, height: paper.height });
  const width = paper.width - 2 * margin;
  let y = paper.height - 100;
  const write = (text: string, size: number, bold = false, indent = 0) => {
    const font = bold ? typefaces.bold : typefaces.regular;
    for (const line of wrap(font, text, size, width - indent)) {
      page.drawText(line, { x: margin + indent, y, font, size, color: grayscale(0.1) });
      y -= size * 1.35;
    }
  };
  write(front.title, 24, true);
  y -= 14;
  write('Dokumentet er signert av:', 12);
  y -= 4;
  for (const line of front.lines) {
    page.drawText('•', { x: margin + 4, y, font: typefaces.regular, size: 12, color: grayscale(0.1) });
    write(nameAndIdentifier(line), 12, true, 18);
    write(`Signert ${line.day} med ${line.method}`, 11, false, 18);
    y -= 5;
  }
  if (front.documents.length > 1) listDocuments(front.documents, write);
  drawPanel(page, typefaces, width);
}

function listDocuments(
  documents: readonly StoredDocument[],
  write: (text: string, size: number, bold?: boolean, indent?: number) => void,
): void {
  write('Dokumenter:', 12);
  const shown = documents.slice(0, 12);
  for (const document of shown) write(document.title, 10, false, 18);
  if (documents.length > shown.length) write(`og ${documents.length - shown.length} til`, 10, false, 18);
}

function drawPanel(page: PDFPage, typefaces: Typefaces, width: number): void {
  page.drawRectangle({ x: 0, y: 0, width: paper.width, height: panelHeight, color: grayscale(0.92) });
  let y = panelHeight - 34;
  for (const [index, text] of panelTexts.entries()) {
    const font = index === 0 ? typefaces.bold : typefaces.regular;
    for (const line of wrap(font, text, 10, width)) {
      page.drawText(writable(font, line), { x: margin, y, font, size: 10, color: grayscale(0.15) });
      y -= 14;
    }
    y -= 4;
  }
}
