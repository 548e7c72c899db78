import { PDF } from '@libpdf/core';

/** A small PDF with `pages` pages, each saying `text` and its number. */
export async function samplePdf(text = 'Arbeidsavtale', pages = 2): Promise<Uint8Array> {
  const pdf = PDF.create();
  for (let number = 1; number <= pages; number += 1) {
    const page = pdf.addPage({ size: 'a4' });
    page.drawText(`${text}, side ${number} av ${pages}`, { x: 60, y: 760, size: 16 });
  }
  return pdf.save();
}
