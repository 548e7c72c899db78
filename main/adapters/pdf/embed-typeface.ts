import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import fontkit from '@pdf-lib/fontkit';
import type { PDFDocument, PDFFont } from 'pdf-lib';
import { alignGlyphs } from './align-glyphs.ts';

export type Weight = 'regular' | 'bold';
export type Typeface = {
  readonly fonts: Readonly<Record<Weight, PDFFont>>;
  /** Length of a drawable text in points. */
  readonly widthOf: (text: string, weight: Weight, size: number) => number;
  /** The text with every character the font cannot draw put right or replaced. */
  readonly drawable: (text: string) => string;
};

const files: Readonly<Record<Weight, string>> = {
  regular: 'SourceSans3-Regular.ttf',
  bold: 'SourceSans3-Bold.ttf',
};

/** Embeds the fonts Segl writes with; only the characters used end up in the file. */
export async function embedTypeface(document: PDFDocument): Promise<Typeface> {
  document.registerFontkit(fontkit);
  const embed = (weight: Weight, tag: string): Promise<PDFFont> =>
    document.embedFont(readFont(weight), {
      subset: true,
      // Without this the library adds a random suffix to the font's name.
      customName: `${tag}+${files[weight].replace('.ttf', '')}`,
      // The library places letters by their own widths alone; working out the rest would only cost time.
      features: { liga: false, clig: false, calt: false, kern: false, mark: false, mkmk: false },
    });
  const regular = await embed('regular', 'SEGLAA');
  const bold = await embed('bold', 'SEGLAB');
  const known = new Set(regular.getCharacterSet());
  const fonts = { regular, bold };
  const widthOf = (text: string, weight: Weight, size: number): number =>
    text.split(/( )/).reduce((sum, word) => sum + widthOfWord(fonts[weight], weight, word), 0) * size;
  return { fonts, widthOf, drawable: (text) => makeDrawable(text, known) };
}

/** Widths at size 1 of words met before; letters are set without kerning, so a line is the sum of its words. */
const wordWidths = new Map<string, number>();
const mostWords = 20_000;
function widthOfWord(font: PDFFont, weight: Weight, word: string): number {
  const key = `${weight} ${word}`;
  const known = wordWidths.get(key);
  if (known !== undefined) return known;
  const width = font.widthOfTextAtSize(word, 1);
  if (wordWidths.size > mostWords) wordWidths.clear();
  wordWidths.set(key, width);
  return width;
}

const read = new Map<Weight, Uint8Array>();
function readFont(weight: Weight): Uint8Array {
  const bytes = read.get(weight) ?? alignGlyphs(readFileSync(join(fontFolder(), files[weight])));
  read.set(weight, bytes);
  return bytes;
}

/** The sources and the emitted program lie at different depths below the folder that holds `resources`. */
function fontFolder(): string {
  for (let folder = dirname(fileURLToPath(import.meta.url)); ; folder = dirname(folder)) {
    const fonts = join(folder, 'resources', 'fonts');
    if (existsSync(join(fonts, files.regular))) return fonts;
    if (folder === dirname(folder)) throw new Error('the fonts in resources/fonts are missing');
  }
}

const graphemes = new Intl.Segmenter('nb', { granularity: 'grapheme' });
const replacements = [0x25a1, 0xfffd, 0x3f];

/** A sign the font lacks becomes one box, also where it is made of several characters as an emoji can be. */
function makeDrawable(text: string, known: ReadonlySet<number>): string {
  const replacement = String.fromCodePoint(replacements.find((one) => known.has(one)) ?? 0x3f);
  const composed = text
    .normalize('NFC')
    .replace(/\s+/g, ' ')
    .replace(/\p{C}/gu, (one) => (one === '\u00ad' ? '' : one));
  return Array.from(graphemes.segment(composed), ({ segment }) => {
    const characters = Array.from(segment);
    const drawn = characters.filter((one) => known.has(one.codePointAt(0) ?? 0));
    if (drawn.length === characters.length) return segment;
    const first = characters[0] ?? '';
    return drawn.includes(first) && /\p{L}|\p{N}|\p{P}/u.test(first) ? first : replacement;
  }).join('');
}
