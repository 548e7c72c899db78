import { PDFDocument } from 'pdf-lib';

/** The same file read and written anew by pdf-lib; nothing where it cannot read it whole. */
export async function rewritePdf(bytes: Uint8Array): Promise<Uint8Array | undefined> {
  try {
    const document = await PDFDocument.load(bytes, { updateMetadata: false, throwOnInvalidObject: true });
    return await document.save({ updateFieldAppearances: false, addDefaultPage: false });
  } catch {
    return undefined;
  }
}
