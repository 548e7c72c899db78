import type { OnProgress } from './public-variant.ts';

/** A file with fewer pixels in its pictures, and nothing else changed. */
export type Shrunk = {
  readonly bytes: Uint8Array;
  /** How many images got smaller. */
  readonly images: number;
  /** How many have too many pixels and were left as they are. */
  readonly left: number;
  readonly pages: number;
};
export type ShrinkWatch = {
  readonly onProgress: OnProgress;
  /** Asked between the steps; the work ends where it says so. */
  readonly isCancelled: () => boolean;
};

export interface ImageWorkshop {
  /**
   * Samples down the images that have more than so many pixels to the inch where they are drawn, and compares every page
   * with what it was: the same text, and the same to look at but for sharpness. All that is no such image stays byte for
   * byte. Nothing where no image gets smaller, or the work was cancelled. Throws {@link ShrinkFailed}.
   */
  shrinkImages(bytes: Uint8Array, dotsPerInch: number, watch: ShrinkWatch): Promise<Shrunk | undefined>;
}

/** The file takes more time or memory than it may, or is built in a way that Segl does not change. */
export class ShrinkFailed extends Error {
  override readonly name = 'ShrinkFailed';
}
