import { PDF } from '@libpdf/core';

/** What the service would say against a document, or undefined: it takes readable, unprotected PDF 1.1 to 1.7. */
export async function findPdfObjection(bytes: Uint8Array): Promise<string | undefined> {
  const start = Buffer.from(bytes.subarray(0, 1024)).toString('latin1');
  const version = /%PDF-(\d\.\d)/.exec(start)?.[1];
  if (!version) return 'is not a PDF';
  if (!/^1\.[1-7]$/.test(version)) return `is PDF ${version}; 1.1 to 1.7 are supported`;
  let pdf: PDF;
  try {
    pdf = await PDF.load(bytes);
  } catch {
    return 'cannot be read as a PDF';
  }
  if (pdf.isEncrypted) return 'is encrypted or protected';
  const isComplete = Buffer.from(bytes.subarray(-2048)).includes('%%EOF');
  if (pdf.recoveredViaBruteForce && !isComplete) return 'is incomplete';
  return pdf.getPageCount() === 0 ? 'has no pages' : undefined;
}
