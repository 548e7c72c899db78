import { PDF } from '@libpdf/core';
import { badJob } from '../api/api-error.ts';

/** Refuses what is not a readable, unprotected PDF of version 1.1 to 1.7 with at least one page. */
export async function checkPdf(bytes: Uint8Array, name: string): Promise<void> {
  const start = Buffer.from(bytes.subarray(0, 1024)).toString('latin1');
  const version = /%PDF-(\d\.\d)/.exec(start)?.[1];
  if (!version) throw badJob(`${name} is not a PDF`);
  if (!/^1\.[1-7]$/.test(version)) throw badJob(`${name} is PDF ${version}; 1.1 to 1.7 are supported`);
  const pdf = await loaded(bytes, name);
  if (pdf.isEncrypted) throw badJob(`${name} is encrypted or protected`);
  if (pdf.recoveredViaBruteForce && !Buffer.from(bytes.subarray(-2048)).includes('%%EOF')) {
    throw badJob(`${name} is incomplete`);
  }
  if (pdf.getPageCount() === 0) throw badJob(`${name} has no pages`);
}

async function loaded(bytes: Uint8Array, name: string): Promise<PDF> {
  try {
    return await PDF.load(bytes);
  } catch {
    throw badJob(`${name} cannot be read as a PDF`);
  }
}
