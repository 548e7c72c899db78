import { findIdentityNumbers } from '../../../domain/identity-number.ts';
import type { NumberFinding } from '../../../domain/screening.ts';
import { decodedText, readShownText } from './read-shown-text.ts';

/**
 * Whether an identity number can be read in the file: a PDF, page by page, with its fields, notes, properties and what is
 * embedded in it, or XML. What stands in a picture only is not read.
 */
export async function lookForNumbers(bytes: Uint8Array): Promise<NumberFinding> {
  if (!startsAsPdf(bytes)) return hasNumber(decodedText(bytes)) ? 'shown' : 'none';
  try {
    for await (const text of readShownText(bytes)) if (hasNumber(text)) return 'shown';
    return 'none';
  } catch {
    return 'unreadable';
  }
}

const hasNumber = (text: string): boolean => findIdentityNumbers(text).length > 0;

/** Readers take up to a kilobyte before the header (PDF 32000, annex H). */
const startsAsPdf = (bytes: Uint8Array): boolean =>
  Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.byteLength, 1_029)).includes('%PDF-');
