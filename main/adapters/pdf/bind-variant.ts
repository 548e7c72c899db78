import {
  beginText,
  concatTransformationMatrix,
  drawObject,
  endText,
  PDFDocument,
  PDFName,
  type PDFOperator,
  popGraphicsState,
  pushGraphicsState,
  rgb,
  setCharacterSqueeze,
  setFontAndSize,
  setTextMatrix,
  setTextRenderingMode,
  showText,
  TextRenderingMode,
} from 'pdf-lib';
import type { VariantLabels } from '../../ports/public-variant.ts';
import type { KeptWord, VariantPage } from './draw-variant-page.ts';
import { embedTypeface, type Typeface } from './embed-typeface.ts';
import { finishPdfa } from './finish-pdfa.ts';

/** Room under each page for the line that says what the file is, in points. */
const foot = 18;
const lineSize = 7.5;
const inset = 24;
const narrowest = 200;

export type BoundVariant = {
  readonly bytes: Uint8Array;
  /** What every reader must find on each page, and nothing else: without blanks. */
  readonly expected: readonly string[];
};

/** A PDF/A of masked pages: on each a picture, the words that are left, unseen over it, and Segl's own line below. */
export async function bindVariant(
  pages: readonly VariantPage[],
  labels: VariantLabels,
): Promise<BoundVariant> {
  const document = await PDFDocument.create({ updateMetadata: false });
  const face = await embedTypeface(document);
  const expected = pages.map((page) => addPage(document, face, page, labels));
  const madeFrom = JSON.stringify([labels, pages.map(({ width, height, kept }) => [width, height, kept])]);
  const { title, language } = labels;
  return { bytes: await finishPdfa(document, { title, language, pdfa: '2b' }, madeFrom), expected };
}

function addPage(document: PDFDocument, face: Typeface, drawn: VariantPage, labels: VariantLabels): string {
  const { width, height } = drawn;
  // Readers ignore text outside the page, so a narrow page is widened to hold the line below.
  const page = document.addPage([Math.max(width, narrowest), height + foot]);
  const picture = page.node.newXObject('Image', document.context.register(pictureOf(document, drawn)));
  page.pushOperators(
    pushGraphicsState(),
    concatTransformationMatrix(width, 0, 0, height, 0, foot),
    drawObject(picture),
    popGraphicsState(),
  );
  const font = page.node.newFontDictionary('T', face.fonts.regular.ref);
  const words = [...drawn.kept, ...drawn.masked.map((area) => noticeIn(area, labels.masked))].map((word) => ({
    ...word,
    text: face.drawable(word.text),
  }));
  page.pushOperators(
    pushGraphicsState(),
    beginText(),
    setTextRenderingMode(TextRenderingMode.Invisible),
    ...words.flatMap((word) => writeWord(face, font, word, height)),
    endText(),
    popGraphicsState(),
  );
  const line = face.drawable(labels.line);
  page.drawText(line, {
    x: inset,
    y: foot / 2 - 2,
    size: Math.min(lineSize, (Math.max(width, narrowest) - 2 * inset) / face.widthOf(line, 'regular', 1)),
    font: face.fonts.regular,
    color: rgb(0.2, 0.2, 0.2),
  });
  // The library adds an empty /Annots array to every page.
  page.node.delete(PDFName.of('Annots'));
  return [...words.map(({ text }) => text), line].join('').replace(/\s+/gu, '');
}

/** What is read aloud in place of what is hidden; one for each mark. */
const noticeIn = ({ left, right, bottom, top }: VariantPage['masked'][number], text: string): KeptWord => ({
  text,
  start: [left, bottom - (bottom - top) * 0.2],
  end: [right, bottom - (bottom - top) * 0.2],
  size: Math.max(1, Math.min(12, (bottom - top) * 0.75)),
});

/** Each word in its place, squeezed or stretched to its width, with a blank after it so that it stays a word. */
function writeWord(
  face: Typeface,
  font: PDFName,
  { text, start, end, size }: KeptWord,
  height: number,
): readonly PDFOperator[] {
  const [x, y] = [start[0], height + foot - start[1]];
  const length = Math.hypot(end[0] - start[0], end[1] - start[1]);
  const natural = face.widthOf(text, 'regular', size);
  const squeeze = natural > 0 && length > 0 ? Math.min(1000, Math.max(1, (100 * length) / natural)) : 100;
  const angle = Math.atan2(-(end[1] - start[1]), end[0] - start[0]);
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  return [
    setFontAndSize(font, Math.max(0.5, size)),
    setCharacterSqueeze(squeeze),
    setTextMatrix(cos, sin, -sin, cos, x, y),
    showText(face.fonts.regular.encodeText(`${text} `)),
  ];
}

function pictureOf(document: PDFDocument, { bytes, coding, across, down }: VariantPage) {
  const colours = coding === 'gray' ? 1 : 3;
  return document.context.stream(bytes, {
    Type: 'XObject',
    Subtype: 'Image',
    Width: across,
    Height: down,
    BitsPerComponent: 8,
    ColorSpace: coding === 'gray' ? 'DeviceGray' : 'DeviceRGB',
    ...(coding === 'jpeg'
      ? { Filter: 'DCTDecode' }
      : {
          Filter: 'FlateDecode',
          DecodeParms: { Predictor: 15, Colors: colours, BitsPerComponent: 8, Columns: across },
        }),
  });
}
