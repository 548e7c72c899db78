import { PDFDocument, PDFHexString, PDFName, PDFString, StandardFonts } from 'pdf-lib';

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

/** A form as many programs fill it in: the value is there, and its picture is left to whoever shows it. */
export async function formFile(name: string, value: string): Promise<UploadedFile> {
  const document = await PDFDocument.create();
  const page = document.addPage([595.28, 841.89]);
  const { context } = document;
  const field = context.register(
    context.obj({
      Type: 'Annot',
      Subtype: 'Widget',
      FT: 'Tx',
      T: PDFString.of('navn'),
      V: PDFHexString.fromText(value),
      Rect: [60, 700, 300, 730],
    }),
  );
  page.node.set(PDFName.of('Annots'), context.obj([field]));
  const form = { Fields: [field], NeedAppearances: true, DA: PDFString.of('/Helv 12 Tf 0 g') };
  document.catalog.set(PDFName.of('AcroForm'), context.obj(form));
  return {
    name,
    mimeType: 'application/pdf',
    buffer: Buffer.from(await document.save({ updateFieldAppearances: false })),
  };
}
