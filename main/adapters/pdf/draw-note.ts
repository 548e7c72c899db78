import { PDFDocument } from 'pdf-lib';
import type { Note } from '../../ports/pdf-workshop.ts';
import { embedTypeface, type Typeface } from './embed-typeface.ts';
import { finishPdfa } from './finish-pdfa.ts';
import { type Flow, openFlow, sheet, textWidth } from './lay-out-text.ts';

/** Sizes tried in turn until the note fits on its one page; if none does, the last goes on over more. */
const sizes = [10.5, 9.5, 8.5, 7.5, 6.5, 5.5] as const;

/** PDF/A-2b. */
export async function drawNote(note: Note): Promise<Uint8Array> {
  const document = await PDFDocument.create({ updateMetadata: false });
  const typeface = await embedTypeface(document);
  const flow = fitOnePage(note, typeface);
  flow.paint(document, (page, pages) => ({
    left: note.footer,
    right: pages > 1 ? `${page} / ${pages}` : '',
  }));
  const { heading: title, language, createdAt } = note;
  return finishPdfa(document, { title, language, createdAt, pdfa: '2b' }, JSON.stringify(note));
}

function fitOnePage(note: Note, typeface: Typeface): Flow {
  for (const size of sizes) {
    const flow = layOut(note, typeface, size);
    if (flow.pages() === 1) return flow;
  }
  return layOut(note, typeface, sizes.at(-1) ?? 5.5);
}

function layOut(note: Note, typeface: Typeface, size: number): Flow {
  const flow = openFlow(typeface);
  flow.text(note.heading, { size: size * 1.75, weight: 'bold' });
  flow.space(size * 0.8);
  flow.text(note.intro, { size });
  flow.space(size * 1.2);
  const labelWidth = textWidth * 0.32;
  for (const { label, value } of note.rows) {
    flow.row([
      { text: label, x: sheet.margin, width: labelWidth - 12, style: { size, tone: 'quiet' } },
      { text: value, x: sheet.margin + labelWidth, width: textWidth - labelWidth, style: { size } },
    ]);
    flow.space(size * 0.35);
  }
  if (note.table) layOutTable(flow, note.table, size);
  return flow;
}

function layOutTable(flow: Flow, { head, rows }: NonNullable<Note['table']>, size: number): void {
  const columns = Math.max(1, head.length, ...rows.map((row) => row.length));
  const width = textWidth / columns;
  const cells = (texts: readonly string[], weight: 'regular' | 'bold') =>
    Array.from({ length: columns }, (_, at) => ({
      text: texts[at] ?? '',
      x: sheet.margin + at * width,
      width: width - 10,
      style: { size: size * 0.95, weight },
    }));
  flow.space(size);
  flow.row(cells(head, 'bold'));
  flow.space(size * 0.35);
  flow.line();
  for (const row of rows) {
    flow.space(size * 0.35);
    flow.row(cells(row, 'regular'));
    flow.space(size * 0.35);
    flow.line();
  }
}
