import {
  grayscale,
  type PDF,
  type PDFPage,
  PdfArray,
  PdfDict,
  PdfName,
  PdfNumber,
  PdfStream,
} from '@libpdf/core';
import { paper } from './front-page.ts';
import { nameAndIdentifier, type SignedLine } from './signed-line.ts';
import { type Typefaces, writable } from './typefaces.ts';
import { type Box, visibleBox } from './visible-box.ts';

const footerLineHeight = 9;
const footerPadding = 8;
const columns = 2;

/** Shrinks each page onto A4 above a grey footer with the signers. */
export function frameCopiedPages(
  pdf: PDF,
  pages: readonly PDFPage[],
  typefaces: Typefaces,
  lines: readonly SignedLine[],
): void {
  const rows = Math.max(1, Math.ceil(lines.length / columns));
  const footerHeight = rows * footerLineHeight + 2 * footerPadding + footerLineHeight;
  for (const page of pages) {
    shrink(pdf, page, footerHeight);
    drawFooter(page, typefaces, lines, footerHeight);
  }
}

/**
 * The page's content becomes a form of its own, so that nothing it leaves behind in the graphics state reaches the
 * footer, and is placed upright whatever rotation the page had.
 */
function shrink(pdf: PDF, page: PDFPage, footerHeight: number): void {
  const { dict, rotation } = page;
  const box = visibleBox(dict, pdf.getObject.bind(pdf));
  const turned = rotation === 90 || rotation === 270;
  const [width, height] = turned ? [box.height, box.width] : [box.width, box.height];
  const inset = 12;
  const context = { width: paper.width - 2 * inset, height: paper.height - footerHeight - 2 * inset };
  const scale = Math.min(1, context.width / width, context.height / height);
  const left = (paper.width - width * scale) / 2;
  const bottom = footerHeight + inset + (context.height - height * scale) / 2;
  const group = dict.get('Group');
  const form = pdf.createStream(
    {
      Type: PdfName.of('XObject'),
      Subtype: PdfName.of('Form'),
      BBox: numbers([box.x, box.y, box.x + box.width, box.y + box.height]),
      Resources: dict.get('Resources') ?? new PdfDict(),
      ...(group && { Group: group }),
    },
    contentOf(pdf, dict),
  );
  const matrix = placement(rotation, box, scale, left, bottom, width, height);
  const content = `q ${matrix.map((value) => value.toFixed(5)).join(' ')} cm /Original Do Q\n`;
  dict.set('Contents', pdf.createStream({}, Buffer.from(content, 'latin1')));
  dict.set('Resources', PdfDict.of({ XObject: PdfDict.of({ Original: form }) }));
  dict.set('MediaBox', numbers([0, 0, paper.width, paper.height]));
  for (const key of [
    'CropBox',
    'TrimBox',
    'BleedBox',
    'ArtBox',
    'Rotate',
    'Group',
    'UserUnit',
    'AA',
    'Tabs',
  ]) {
    dict.delete(key);
  }
}

/** Matrix that puts the box, turned as the page is shown, with its lower left corner at `left`, `bottom`. */
function placement(
  rotation: number,
  box: Box,
  scale: number,
  left: number,
  bottom: number,
  width: number,
  height: number,
): readonly number[] {
  const s = scale;
  if (rotation === 90) return [0, -s, s, 0, left - s * box.y, bottom + s * (height + box.x)];
  if (rotation === 180) return [-s, 0, 0, -s, left + s * (width + box.x), bottom + s * (height + box.y)];
  if (rotation === 270) return [0, s, -s, 0, left + s * (width + box.y), bottom - s * box.x];
  return [s, 0, 0, s, left - s * box.x, bottom - s * box.y];
}

function contentOf(pdf: PDF, dict: PdfDict): Uint8Array {
  const resolve = pdf.getObject.bind(pdf);
  const contents = dict.get('Contents', resolve);
  const streams =
    contents instanceof PdfArray ? [...contents].map((_, index) => contents.at(index, resolve)) : [contents];
  const chunks = streams.flatMap((stream) =>
    stream instanceof PdfStream ? [Buffer.from(stream.getDecodedData()), Buffer.from('\n')] : [],
  );
  return Buffer.concat(chunks);
}

function drawFooter(page: PDFPage, typefaces: Typefaces, lines: readonly SignedLine[], height: number): void {
  page.drawRectangle({ x: 0, y: 0, width: paper.width, height, color: grayscale(0.92) });
  const top = height - footerPadding - 6;
  page.drawText('Signert av', { x: 24, y: top, font: typefaces.bold, size: 7, color: grayscale(0.15) });
  const mark = 'FORSEGLET · OPPLÆRING';
  const markWidth = typefaces.bold.getTextWidth(mark, 6);
  const columnWidth = (paper.width - 48 - markWidth - 24) / columns;
  for (const [index, line] of lines.entries()) {
    const text = fitted(typefaces, `${nameAndIdentifier(line)}  ${line.day}`, columnWidth - 8);
    const x = 24 + (index % columns) * columnWidth;
    const y = top - footerLineHeight * (1 + Math.floor(index / columns));
    page.drawText(text, { x, y, font: typefaces.regular, size: 7, color: grayscale(0.15) });
  }
  const markX = paper.width - 24 - markWidth;
  page.drawRectangle({
    x: markX - 5,
    y: height / 2 - 7,
    width: markWidth + 10,
    height: 14,
    borderColor: grayscale(0.35),
    borderWidth: 0.7,
  });
  page.drawText(mark, { x: markX, y: height / 2 - 2, font: typefaces.bold, size: 6, color: grayscale(0.25) });
}

function fitted(typefaces: Typefaces, text: string, width: number): string {
  let shown = writable(typefaces.regular, text);
  if (typefaces.regular.getTextWidth(shown, 7) <= width) return shown;
  while (shown !== '' && typefaces.regular.getTextWidth(`${shown}…`, 7) > width) shown = shown.slice(0, -1);
  return `${shown}…`;
}

const numbers = (values: readonly number[]) => new PdfArray(values.map((value) => PdfNumber.of(value)));
