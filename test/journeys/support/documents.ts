import { PDFDocument, StandardFonts } from 'pdf-lib';

export type UploadedFile = { readonly name: string; readonly mimeType: string; readonly buffer: Buffer };

/** A PDF as a clerk would have it lying about: A4 pages that say which they are. */
export async function pdfFile(name: string, pages = 1): Promise<UploadedFile> {
  const document = await PDFDocument.create();
  const font = await document.embedFont(StandardFonts.Helvetica);
  for (let page = 1; page <= pages; page += 1) {
    document.addPage([595.28, 841.89]).drawText(`${name} – side ${page}`, { x: 60, y: 760, size: 18, font });
  }
  return { name, mimeType: 'application/pdf', buffer: Buffer.from(await document.save()) };
}

/** The first half of a PDF, as an interrupted copy leaves it. */
export async function halfPdf(name: string): Promise<UploadedFile> {
  const whole = await pdfFile(name, 3);
  return { ...whole, buffer: whole.buffer.subarray(0, Math.floor(whole.buffer.byteLength / 2)) };
}

export const textCalledPdf = (name: string): UploadedFile => ({
  name,
  mimeType: 'application/pdf',
  buffer: Buffer.from('Dette er ren tekst.\n'),
});
