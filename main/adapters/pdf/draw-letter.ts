import { PDFDocument } from 'pdf-lib';
import { documentTexts } from '../../../texts/documents.ts';
import type { Letter } from '../../ports/pdf-workshop.ts';
import { embedTypeface } from './embed-typeface.ts';
import { finishPdfa } from './finish-pdfa.ts';
import { type Flow, openFlow, sheet, textWidth } from './lay-out-text.ts';

const size = 11;

/** PDF/A-2b. */
export async function drawLetter(letter: Letter): Promise<Uint8Array> {
  const document = await PDFDocument.create({ updateMetadata: false });
  const flow = openFlow(await embedTypeface(document));
  layOutHead(flow, letter);
  for (const paragraph of letter.body) layOutParagraph(flow, paragraph);
  if (letter.signatureLines.length > 0) layOutSignatures(flow, letter.signatureLines);
  const { page: count } = documentTexts[letter.language].viewer;
  flow.paint(document, (page, pages) => ({ left: letter.footer, right: count(page, pages) }));
  const { title, language, createdAt } = letter;
  return finishPdfa(document, { title, language, createdAt, pdfa: '2b' }, JSON.stringify(letter));
}

function layOutHead(flow: Flow, { sender, title, meta }: Letter): void {
  flow.text(sender, { size: 13, weight: 'bold' });
  flow.space(6);
  flow.line();
  flow.space(14);
  for (const { label, value } of meta) {
    flow.row([
      { text: label, x: sheet.margin, width: 108, style: { size: 9.5, tone: 'quiet' } },
      { text: value, x: sheet.margin + 118, width: textWidth - 118, style: { size: 9.5 } },
    ]);
  }
  flow.space(22);
  flow.text(title, { size: 17, weight: 'bold' });
  flow.space(8);
}

function layOutParagraph(flow: Flow, paragraph: string): void {
  if (paragraph.startsWith('# ')) {
    // Keeps a heading on the same page as the text below it.
    flow.ensure(size * 5);
    flow.space(8);
    flow.text(paragraph.slice(2), { size: 12.5, weight: 'bold' });
    flow.space(2);
  } else if (paragraph.startsWith('- ')) {
    const [bullet, text] = [sheet.margin + 6, sheet.margin + 18];
    flow.row([
      { text: '•', x: bullet, width: 12, style: { size } },
      { text: paragraph.slice(2), x: text, width: sheet.width - sheet.margin - text, style: { size } },
    ]);
    flow.space(3);
  } else {
    flow.text(paragraph, { size });
    flow.space(7);
  }
}

function layOutSignatures(flow: Flow, names: readonly string[]): void {
  flow.space(18);
  for (const name of names) {
    flow.ensure(62);
    flow.space(38);
    flow.line(sheet.margin, 240);
    flow.text(name, { size: 9.5 });
  }
}
