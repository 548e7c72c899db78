import { PDFDocument, type PDFPage, rgb } from 'pdf-lib';
import { embedTypeface, type Typeface } from './embed-typeface.ts';
import { type FieldDrawing, FieldLost } from './field-drawing.ts';

type TextDrawing = Extract<FieldDrawing, { kind: 'text' }>;
type Fitted = { readonly lines: readonly string[]; readonly size: number };

const padding = 2;
const leading = 1.2;
const largest = 12;
/** The smallest size in points that is readable. */
const smallest = 4;
const step = 0.5;
const chosenTone = rgb(0.74, 0.82, 0.95);

/** A PDF with a page for each drawing. Throws {@link FieldLost} where a value has no room or no letters in the font. */
export async function drawFields(drawings: readonly FieldDrawing[]): Promise<Uint8Array> {
  const document = await PDFDocument.create({ updateMetadata: false });
  const typeface = await embedTypeface(document);
  for (const [at, drawing] of drawings.entries()) {
    const page = document.addPage([drawing.width, drawing.height]);
    try {
      drawBox(page, drawing);
      if (drawing.kind === 'text') drawText(page, drawing, typeface);
      else if (drawing.kind !== 'box') drawMark(page, drawing);
    } catch (fault) {
      throw fault instanceof FieldLost ? new FieldLost(fault.message, at) : fault;
    }
  }
  return document.save({ addDefaultPage: false, useObjectStreams: false });
}

function drawBox(page: PDFPage, { width, height, background, border }: FieldDrawing): void {
  if (background) page.drawRectangle({ width, height, color: rgb(...background) });
  if (!border) return;
  const half = border.width / 2;
  page.drawRectangle({
    x: half,
    y: half,
    width: width - border.width,
    height: height - border.width,
    borderColor: rgb(...border.ink),
    borderWidth: border.width,
  });
}

function drawText(page: PDFPage, drawing: TextDrawing, typeface: Typeface): void {
  const paragraphs = drawing.text.normalize('NFC').split(/\r\n?|\n|\u2028|\u2029/);
  const shown = drawing.multiline ? paragraphs : [paragraphs.join(' ')];
  for (const line of shown)
    if (typeface.drawable(line) !== line.replace(/\s+/g, ' '))
      throw new FieldLost('letters that the font lacks');
  if (drawing.cells) {
    drawCells(page, drawing, drawing.cells, shown.join(''), typeface);
    return;
  }
  const { lines, size } = fitInto(shown, drawing, typeface);
  const height = lines.length * size * leading;
  const top = drawing.multiline ? drawing.height - padding : (drawing.height + height) / 2;
  for (const [at, line] of lines.entries()) {
    if (drawing.chosen?.includes(at))
      page.drawRectangle({
        x: 1,
        y: top - (at + 1) * size * leading,
        width: drawing.width - 2,
        height: size * leading,
        color: chosenTone,
      });
    const room = drawing.width - 2 * padding - typeface.widthOf(line, 'regular', size);
    const share = { left: 0, centre: 0.5, right: 1 }[drawing.align];
    const y = top - (at + 1) * size * leading + size * 0.3;
    write(page, drawing, typeface, line, padding + room * share, y, size);
  }
}

function drawCells(
  page: PDFPage,
  drawing: TextDrawing,
  cells: number,
  text: string,
  typeface: Typeface,
): void {
  const letters = Array.from(text);
  if (letters.length > cells) throw new FieldLost('more letters than cells');
  const cell = drawing.width / cells;
  const size = Math.max(smallest, Math.min(drawing.size || largest, drawing.height - padding, cell * 1.4));
  for (const [at, letter] of letters.entries()) {
    const x = at * cell + (cell - typeface.widthOf(letter, 'regular', size)) / 2;
    write(page, drawing, typeface, letter, x, (drawing.height - size * 0.7) / 2, size);
  }
}

function write(
  page: PDFPage,
  { ink }: FieldDrawing,
  { fonts }: Typeface,
  text: string,
  x: number,
  y: number,
  size: number,
): void {
  if (text) page.drawText(text, { x, y, size, font: fonts.regular, color: rgb(...ink) });
}

/** The size wanted, or as much smaller as it takes for all of the value to be seen. */
function fitInto(paragraphs: readonly string[], drawing: TextDrawing, typeface: Typeface): Fitted {
  const widest = drawing.width - 2 * padding;
  const wanted = drawing.size || Math.min(largest, drawing.height * 0.75);
  for (let size = wanted; size >= smallest; size -= step) {
    const lines = drawing.multiline
      ? paragraphs.flatMap((line) => wrap(line, widest, size, typeface))
      : paragraphs;
    const wide = lines.some((line) => typeface.widthOf(line, 'regular', size) > widest);
    const high = lines.length * size * leading > drawing.height + (drawing.multiline ? 0 : size);
    if (!wide && !high) return { lines, size };
  }
  throw new FieldLost('no room');
}

function wrap(paragraph: string, widest: number, size: number, typeface: Typeface): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of paragraph.replace(/\s+/g, ' ').split(' ')) {
    const longer = line ? `${line} ${word}` : word;
    if (line && typeface.widthOf(longer, 'regular', size) > widest) {
      lines.push(line);
      line = word;
    } else line = longer;
  }
  return [...lines, line];
}

function drawMark(page: PDFPage, { kind, width, height, ink }: FieldDrawing): void {
  const color = rgb(...ink);
  const side = Math.min(width, height);
  const [x, y] = [width / 2, height / 2];
  if (kind === 'dot') {
    page.drawCircle({ x, y, size: side * 0.28, color });
    return;
  }
  const stroke = { color, thickness: Math.max(0.8, side * 0.12) };
  const corner = { x: x - side * 0.08, y: y - side * 0.25 };
  page.drawLine({ ...stroke, start: { x: x - side * 0.3, y: y - side * 0.02 }, end: corner });
  page.drawLine({ ...stroke, start: corner, end: { x: x + side * 0.3, y: y + side * 0.3 } });
}
