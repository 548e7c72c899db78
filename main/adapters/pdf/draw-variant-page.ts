import { findPhrase, type MaskArea, type Masking } from '../../../domain/masking.ts';
import { type DrawnFile, openDrawnFile } from './compare/open-drawn-file.ts';
import { type EncodedPixels, encodePixels } from './encode-pixels.ts';
import type { Word } from './gather-words.ts';
import { type Area, areaAround, isInside, meets, type PlacedGlyph } from './place-glyphs.ts';
import { readPage } from './read-words.ts';
import { seenGlyphs } from './see-glyphs.ts';

/** A word that is left on a page, in points from its top left corner. */
export type KeptWord = {
  readonly text: string;
  readonly start: readonly [number, number];
  readonly end: readonly [number, number];
  readonly size: number;
};
/** A page of a public variant, drawn and masked: nothing of the original is in it but what was seen. */
export type VariantPage = EncodedPixels & {
  readonly width: number;
  readonly height: number;
  readonly kept: readonly KeptWord[];
  /** What was masked, where a reader is told so. */
  readonly masked: readonly Area[];
  /** Words that stood under the marks, for the search in the finished file. */
  readonly hidden: readonly string[];
};

/** Small print stays readable; an A4 page is 1654 by 2339 pixels. */
const dotsPerInch = 200;
const mostPixels = 12_000_000;

/** Draws some pages of a public variant. `to` is not included. */
export async function drawVariantPages(
  bytes: Uint8Array,
  masking: Masking,
  from: number,
  to: number,
): Promise<readonly VariantPage[]> {
  const drawn = await openDrawnFile(bytes);
  try {
    const pages: VariantPage[] = [];
    for (let index = from; index < to; index += 1) pages.push(await drawVariantPage(drawn, index, masking));
    return pages;
  } finally {
    await drawn.close();
  }
}

async function drawVariantPage(drawn: DrawnFile, index: number, masking: Masking): Promise<VariantPage> {
  const { width, height, words, pictures } = await readPage(drawn, index);
  const whole = await drawn.draw(index, dotsPerInch, { mostPixels });
  const bare = await drawn.draw(index, dotsPerInch, { mostPixels, withoutText: true });
  const scale = whole.width / width;
  const seen = seenGlyphs(words, { whole, bare, scale, pictures });
  const marks = [...areasOn(masking.areas, index), ...areasOfPhrases(words, masking.gone)].flatMap((area) =>
    within(area, width, height),
  );
  const pixels = Buffer.from(whole.pixels);
  for (const mark of marks) blacken(pixels, whole.width, whole.height, mark, scale);
  const isMarked = (glyph: PlacedGlyph) => marks.some((mark) => meets(mark, glyph.core));
  const marked = words.filter(({ glyphs }) => glyphs.some(isMarked));
  const kept = words.filter(
    (word) => !marked.includes(word) && word.glyphs.every((glyph) => seen.has(glyph)),
  );
  return {
    ...(await encodePixels(pixels, whole.width, whole.height)),
    width,
    height,
    kept: kept.map(toKept),
    masked: outermost(marks),
    hidden: [...new Set(marked.map(({ text }) => text))],
  };
}

const areasOn = (areas: readonly MaskArea[], page: number): readonly Area[] =>
  areas.filter((area) => area.page === page);

/** The part of the area that is on the page. */
function within(area: Area, width: number, height: number): readonly Area[] {
  const left = Math.max(0, area.left);
  const top = Math.max(0, area.top);
  const right = Math.min(width, area.right);
  const bottom = Math.min(height, area.bottom);
  return right > left && bottom > top ? [{ left, top, right, bottom }] : [];
}

/** Where the phrases that must be hidden everywhere stand on this page, also where something covers them. */
function areasOfPhrases(words: readonly Word[], phrases: readonly string[]): readonly Area[] {
  const texts = words.map(({ text }) => text);
  return phrases
    .flatMap((phrase) => findPhrase(texts, phrase, 'whole'))
    .flatMap((places) => places.flatMap((place) => words[place] ?? []))
    .map(({ glyphs }) => areaAround(glyphs.map(({ reach }) => reach)));
}

/** Drops marks that lie within others, since they hide nothing more. */
const outermost = (marks: readonly Area[]): readonly Area[] =>
  marks.filter(
    (mark, place) =>
      !marks.some(
        (other, there) =>
          there !== place && isInside(mark, other) && (there < place || !isInside(other, mark)),
      ),
  );

const toKept = ({ text, glyphs }: Word): KeptWord => {
  const [first, last] = [glyphs[0], glyphs.at(-1)];
  if (!first || !last) throw new Error('a word without letters');
  return { text, start: first.start, end: last.end, size: areaSize(glyphs) };
};
const areaSize = (glyphs: readonly PlacedGlyph[]): number => Math.max(...glyphs.map(({ size }) => size));

/** Black, over every pixel that the area touches. */
function blacken(pixels: Buffer, across: number, down: number, area: Area, scale: number): void {
  const clamp = (value: number, most: number) => Math.min(most, Math.max(0, value));
  const left = clamp(Math.floor(area.left * scale), across);
  const right = clamp(Math.ceil(area.right * scale), across);
  const top = clamp(Math.floor(area.top * scale), down);
  const bottom = clamp(Math.ceil(area.bottom * scale), down);
  for (let row = top; row < bottom; row += 1)
    for (let column = left; column < right; column += 1)
      pixels.writeUInt32LE(0xff000000, (row * across + column) * 4);
}
