import { PDF } from '@libpdf/core';
import { type Leftover, type Masking, stillStands } from '../../../domain/masking.ts';
import type { VariantLabels } from '../../ports/public-variant.ts';
import { bindVariant } from './bind-variant.ts';
import { openDrawnFile } from './compare/open-drawn-file.ts';
import type { VariantPage } from './draw-variant-page.ts';
import { NotPlain } from './plain/plain-values.ts';
import { countInBytes, readWordBytes, type WordBytes } from './search-bytes.ts';

export type CheckedVariant = { readonly bytes: Uint8Array } | { readonly leftovers: readonly Leftover[] };

/** The most hidden words that are searched for, since each is looked for in every stream. */
const mostHidden = 400;

/**
 * Binds the pages and searches the finished file for what was hidden. Four things must hold:
 * 1. the words that are left do not say what is to be gone;
 * 2. pdf.js and LibPDF find just the words that were written, on each page, and not one letter more;
 * 3. no string, name or unpacked stream holds a hidden word more often than the same file made of no words at all;
 * 4. the file has nothing but pages, pictures, one typeface and Segl's own metadata.
 * Where one does not hold it is returned with its page, and no file.
 */
export async function bindCheckedVariant(
  pages: readonly VariantPage[],
  { gone }: Pick<Masking, 'gone'>,
  labels: VariantLabels,
): Promise<CheckedVariant> {
  const { bytes, expected } = await bindVariant(pages, labels);
  const leftovers: readonly Leftover[] = [
    ...wordsThatStand(pages, gone),
    ...(await unexpectedText(bytes, expected)),
    ...(await wordsInBytes(bytes, pages, gone, labels)),
  ];
  return leftovers.length === 0 ? { bytes } : { leftovers };
}

const wordsThatStand = (pages: readonly VariantPage[], gone: readonly string[]): readonly Leftover[] =>
  pages.flatMap(({ kept }, page) => {
    const words = kept.map(({ text }) => text);
    return gone.some((phrase) => stillStands(words, phrase)) ? [{ place: 'words' as const, page }] : [];
  });

/** What two readers that share no code make of the file, held against what was written. */
export async function unexpectedText(
  bytes: Uint8Array,
  expected: readonly string[],
): Promise<readonly Leftover[]> {
  const leftovers: Leftover[] = [];
  const other = (await PDF.load(bytes)).getPages();
  const drawn = await openDrawnFile(bytes);
  try {
    if (drawn.pages !== expected.length || other.length !== expected.length) return [{ place: 'structure' }];
    for (const [page, wanted] of expected.entries()) {
      if (bare(await drawn.text(page)) !== bare(wanted)) leftovers.push({ place: 'pdfjs', page });
      // LibPDF arranges the words in lines of its own, so the characters are compared in any order.
      const read = other[page]?.extractText().text ?? '';
      if (sorted(bare(read)) !== sorted(bare(wanted))) leftovers.push({ place: 'libpdf', page });
    }
    return leftovers;
  } finally {
    await drawn.close();
  }
}
const bare = (text: string): string => text.normalize('NFKC').replace(/\s+/gu, '');
const sorted = (text: string): string => [...text].toSorted().join('');

/** A file of the same pages without words and pictures: how often a word stands in what every variant contains. */
async function wordsInBytes(
  bytes: Uint8Array,
  pages: readonly VariantPage[],
  gone: readonly string[],
  labels: VariantLabels,
): Promise<readonly Leftover[]> {
  const nothing = Uint8Array.of(0x78, 0x9c, 0x63, 0x60, 0x00, 0x00, 0x00, 0x02, 0x00, 0x01);
  const empty = pages.map((page) => ({
    ...page,
    bytes: nothing,
    across: 1,
    down: 1,
    coding: 'gray' as const,
    kept: page.kept.map((word) => ({ ...word, text: 'x' })),
  }));
  let ours: WordBytes;
  let own: WordBytes;
  try {
    ours = readWordBytes((await bindVariant(empty, labels)).bytes);
    own = readWordBytes(bytes);
  } catch (fault) {
    if (fault instanceof NotPlain) return [{ place: 'structure' }];
    throw fault;
  }
  const words = [
    ...gone.flatMap((phrase) => [phrase, ...phrase.split(/\s+/u)]),
    ...pages.flatMap(({ hidden }) => hidden),
  ];
  const searched = [...new Set(words)].slice(0, mostHidden);
  return searched.some((word) => countInBytes(own, word) > countInBytes(ours, word))
    ? [{ place: 'bytes' }]
    : [];
}
