import { looksAlike } from './compare/looks-alike.ts';
import { openDrawnFile } from './compare/open-drawn-file.ts';
import { type ImageList, listImages } from './images/list-images.ts';
import { openPlainFile } from './plain/open-plain-file.ts';
import { NotPlain } from './plain/plain-values.ts';
import { rewritePdf } from './rewrite-pdf.ts';

/** The images of a file, and the file they are in: another one where it had to be written by the book first. */
export type OversampledImages = ImageList & { readonly rewritten?: Uint8Array };

/** Throws where the file cannot be read by the book, even when it is written anew. */
export async function listOversampled(bytes: Uint8Array, dotsPerInch: number): Promise<OversampledImages> {
  try {
    return listImages(openPlainFile(bytes), dotsPerInch);
  } catch (fault) {
    if (!(fault instanceof NotPlain)) throw fault;
    const rewritten = await rewritePdf(bytes);
    if (!rewritten) throw fault;
    return { ...listImages(openPlainFile(rewritten), dotsPerInch), rewritten };
  }
}

/** Pages, from 0, that do not look alike in two files; `to` is not included. */
export async function listUnlike(
  before: Uint8Array,
  after: Uint8Array,
  from: number,
  to: number,
): Promise<readonly number[]> {
  const [one, other] = [await openDrawnFile(before), await openDrawnFile(after)];
  try {
    const all = Array.from({ length: to - from }, (_, at) => from + at);
    if (one.pages !== other.pages) return all;
    const unlike: number[] = [];
    for (const page of all) if (!(await looksAlike(one, other, page).catch(() => false))) unlike.push(page);
    return unlike;
  } finally {
    await one.close();
    await other.close();
  }
}
