import { findIdentityNumbers } from '../../../domain/identity-number.ts';
import { decodedText, readShownText } from './read-shown-text.ts';

/**
 * Whether an identity number can be read in the file: a PDF with what is embedded in it, or XML. One that cannot be read
 * may show anything, so it counts as one that does.
 */
export async function showsIdentityNumbers(bytes: Uint8Array): Promise<boolean> {
  if (!startsAsPdf(bytes)) return findIdentityNumbers(decodedText(bytes)).length > 0;
  try {
    for await (const text of readShownText(bytes)) if (findIdentityNumbers(text).length > 0) return true;
    return false;
  } catch {
    return true;
  }
}

/** Readers take up to a kilobyte before the header (PDF 32000, annex H). */
const startsAsPdf = (bytes: Uint8Array): boolean =>
  Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.byteLength, 1_029)).includes('%PDF-');
