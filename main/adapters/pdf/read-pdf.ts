import { PDF } from '@libpdf/core';
import type { FileFault } from '../../../domain/files.ts';
import { endsEarly, findDamage } from './find-damage.ts';
import { rewritePdf } from './rewrite-pdf.ts';
import { unpacksWithin } from './unpacks-within.ts';

/** How a file can fail to be a PDF with pages that anyone may read. */
type ReadFault = Extract<FileFault, 'empty' | 'encrypted' | 'damaged' | 'no-pages' | 'too-heavy'>;
export type ReadPdf = { readonly pdf: PDF } | { readonly fault: ReadFault };

/** Opens a whole PDF that no password keeps closed; its owner may still have set limits on its use. */
export async function readPdf(bytes: Uint8Array): Promise<ReadPdf> {
  if (bytes.length === 0) return { fault: 'empty' };
  if (!(await unpacksWithin(bytes))) return { fault: 'too-heavy' };
  const pdf = await load(bytes);
  const locked = pdf?.isEncrypted && (!pdf.isAuthenticated || pdf.recoveredViaBruteForce);
  if (locked || ((!pdf || pdf.recoveredViaBruteForce) && namesEncryption(bytes))) {
    return { fault: 'encrypted' };
  }
  if (endsEarly(bytes)) return { fault: 'damaged' };
  if (pdf && !findDamage(pdf, bytes)) return pdf.getPageCount() === 0 ? { fault: 'no-pages' } : { pdf };
  // A second reader, for files that the first one fails on.
  // The library may accept an empty password that is wrong; the decrypted content is then unreadable.
  if (pdf?.isEncrypted) return { fault: 'encrypted' };
  const other = await rewritePdf(bytes);
  const rewritten = other && (await load(other));
  if (!other || !rewritten || findDamage(rewritten, other)) return { fault: 'damaged' };
  return rewritten.getPageCount() === 0 ? { fault: 'no-pages' } : { pdf: rewritten };
}

async function load(bytes: Uint8Array): Promise<PDF | undefined> {
  try {
    return await PDF.load(bytes);
  } catch {
    return undefined;
  }
}

/** A rebuilt trailer has lost its /Encrypt entry, so the bytes themselves are asked. */
const namesEncryption = (bytes: Uint8Array): boolean =>
  /\/Encrypt\s*(\d+\s+\d+\s+R|<<)/.test(
    Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1'),
  );
