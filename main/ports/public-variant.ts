import type { Leftover, Masking, WordPage } from '../../domain/masking.ts';
import type { Language } from '../../domain/preferences.ts';

/** Words that Segl itself writes on a public variant, ready for the reader. */
export type VariantLabels = {
  readonly title: string;
  /** Stands under each page: what the file is, and that it bears no signature where the original does. */
  readonly line: string;
  /** Read aloud where something is hidden, e.g. `[skjermet]`. */
  readonly masked: string;
  readonly language: Language;
};

/** `signed`: the original bears a signature, which no variant of it can. */
export type WriteVariantLabels = (facts: { readonly signed: boolean }) => VariantLabels;

/** A public variant that holds nothing of what was marked, or where something of it was still found. */
export type VariantOutcome =
  | { readonly bytes: Uint8Array; readonly pages: number }
  | { readonly leftovers: readonly Leftover[] };

/** How far long work has come. */
export type OnProgress = (donePages: number, pages: number) => void;

export interface VariantWorkshop {
  /** The words of every page with their places, also those that something covers. Throws {@link VariantFailed}. */
  readWords(bytes: Uint8Array, pages: number, onProgress: OnProgress): Promise<readonly WordPage[]>;
  /**
   * Draws every page afresh as a picture with the marks in it, writes the words that are seen and left under it, and
   * reads the result again in every way Segl knows. The same order gives the same bytes. Throws {@link VariantFailed}.
   */
  makeVariant(
    bytes: Uint8Array,
    pages: number,
    masking: Masking,
    labels: VariantLabels,
    onProgress: OnProgress,
  ): Promise<VariantOutcome>;
}

/** A page of the file takes more time or memory than it may, or cannot be drawn. */
export class VariantFailed extends Error {
  override readonly name = 'VariantFailed';
}
