import { PDFDocument } from 'pdf-lib';

/** The file as pdf-lib reads and saves it; undefined where pdf-lib cannot read all of it. */
export async function rewritePdf(bytes: Uint8Array): Promise<Uint8Array | undefined> {
  try {
    const document = await PDFDocument.load(bytes, { updateMetadata: false, throwOnInvalidObject: true });
    return await document.save({ updateFieldAppearances: false, addDefaultPage: false });
  } catch {
    return undefined;
  }
}
