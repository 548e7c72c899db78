import type { WordPage } from '../../../domain/masking.ts';
import { openDrawnFile } from './compare/open-drawn-file.ts';
import { gatherWords, type Word } from './gather-words.ts';
import type { Transform } from './geometry.ts';
import { areaAround, placeGlyph } from './place-glyphs.ts';
import { readGlyphs } from './read-glyphs.ts';

type Drawn = Awaited<ReturnType<typeof openDrawnFile>>;
/** One page with all of its text, visible or not. */
export type ReadPage = {
  readonly width: number;
  readonly height: number;
  readonly words: readonly Word[];
  readonly pictures: boolean;
};

/** Page number `index`, from 0. */
export async function readPage(drawn: Drawn, index: number): Promise<ReadPage> {
  const page = await drawn.document.getPage(index + 1);
  const viewport = page.getViewport({ scale: 1 });
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0]: readonly number[] = viewport.transform;
  const toShown: Transform = [a, b, c, d, e, f];
  const { glyphs, pictures } = await readGlyphs(drawn.document, page, drawn.operations);
  // Reading the text has also decoded the page's pictures; this frees them.
  page.cleanup();
  const placed = glyphs.map((glyph) => placeGlyph(glyph, toShown)).filter(isFinitePlace);
  return { width: viewport.width, height: viewport.height, words: gatherWords(placed), pictures };
}
const isFinitePlace = ({ reach }: { readonly reach: object }): boolean =>
  Object.values(reach).every((value) => Number.isFinite(value));

/** The words of some pages with their places, from which the user chooses what to hide. `to` is not included. */
export async function readWords(bytes: Uint8Array, from: number, to: number): Promise<readonly WordPage[]> {
  const drawn = await openDrawnFile(bytes);
  try {
    const pages: WordPage[] = [];
    for (let index = from; index < Math.min(to, drawn.pages); index += 1) {
      const { width, height, words, pictures } = await readPage(drawn, index);
      pages.push({
        width,
        height,
        pictures,
        words: words.map(({ text, glyphs }) => ({ text, ...areaAround(glyphs.map(({ reach }) => reach)) })),
      });
    }
    return pages;
  } finally {
    await drawn.close();
  }
}
