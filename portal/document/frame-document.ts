import { PDF } from '@libpdf/core';
import { addFrontPage } from './front-page.ts';
import type { SignedDocumentOrder } from './make-signed-document.ts';
import { frameCopiedPages } from './page-frame.ts';
import { attachSignatures, carryPdfA, findOutputProfile, isPdfA } from './pdf-a.ts';
import { signedLines } from './signed-line.ts';
import { embedTypefaces } from './typefaces.ts';

/**
 * The signed document before it is sealed: a front page, the original pages above a footer with the signers, the
 * signatures attached. PDF/A in (all documents) gives PDF/A-3b out, else PDF 1.7. The sender is nowhere in it.
 */
export async function frameDocument(order: Omit<SignedDocumentOrder, 'seal' | 'ca'>): Promise<Uint8Array> {
  const sources: PDF[] = [];
  for (const document of order.documents) sources.push(await PDF.load(document.bytes));
  const keepsPdfA = sources.every(isPdfA);
  const profile = findOutputProfile(sources);
  const target = PDF.create();
  target.upgradeVersion('1.7');
  target.setMetadata({
    title: order.job.title,
    producer: 'Segl signeringsportal (opplæring)',
    creationDate: new Date(order.at),
    modificationDate: new Date(order.at),
    language: 'nb',
  });
  const typefaces = embedTypefaces(target);
  const lines = signedLines(order.job);
  addFrontPage(target, typefaces, { title: order.job.title, lines, documents: order.documents });
  for (const source of sources) {
    flatten(source);
    const pages = await target.copyPagesFrom(source, [...source.getPages().keys()], {
      includeAnnotations: false,
    });
    frameCopiedPages(target, pages, typefaces, lines);
  }
  attachSignatures(target, order);
  if (keepsPdfA && profile) carryPdfA(target, profile, order.job.title, order.at);
  return target.save({ subsetFonts: true, compressStreams: true });
}

/** Form fields and notes become part of the page: they lie outside its content and would be lost. */
function flatten(source: PDF): void {
  try {
    source.flattenAll();
  } catch {
    // A form too broken to flatten still has pages to sign.
  }
}
